using CodeAlchemy.Abstractions.Hosting.Models;

namespace CodeAlchemy.Models.Policies;

/// <summary>
/// What is left of the budget. The most that a request can use is set aside before it is sent; what does not fit waits for
/// requests in flight to give back what they did not use, and when none is in flight the budget is exhausted for good.
/// Thread-safe.
/// </summary>
internal sealed class BudgetLedger(ModelBudget budget, BudgetRecords? records)
{
    private readonly Lock _lock = new();
    private readonly Queue<(Charge Most, TaskCompletionSource<bool> Answer)> _waiting = new();
    private Charge _charged = records?.Charged ?? default;
    private Charge _reserved;
    private int _inFlight;
    private bool _exhausted;

    /// <summary>Charged so far, earlier runs over the same journal included.</summary>
    public Charge Charged
    {
        get
        {
            lock (_lock)
            {
                return _charged;
            }
        }
    }

    public bool IsExhausted
    {
        get
        {
            lock (_lock)
            {
                return _exhausted;
            }
        }
    }

    /// <summary>Sets the most aside, or says that the budget does not cover it.</summary>
    public ValueTask<bool> Reserve(Charge most)
    {
        lock (_lock)
        {
            if (!_exhausted && _waiting.Count == 0 && Fits(most))
            {
                Take(most);
                return new(true);
            }

            if (_exhausted || _inFlight == 0)
            {
                _exhausted = true;
                return new(false);
            }

            var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue((most, answer));
            return new(answer.Task);
        }
    }

    /// <summary>Gives back what was set aside and charges what was used.</summary>
    public void Settle(Charge most, Charge used)
    {
        lock (_lock)
        {
            _reserved -= most;
            _charged += used;
            _inFlight--;
            while (_waiting.TryPeek(out var next) && (_exhausted || Fits(next.Most) || _inFlight == 0))
            {
                Answer(_waiting.Dequeue());
            }
        }
    }

    private void Answer((Charge Most, TaskCompletionSource<bool> Answer) next)
    {
        _exhausted |= !Fits(next.Most);
        if (!_exhausted)
        {
            Take(next.Most);
        }

        next.Answer.SetResult(!_exhausted);
    }

    private void Take(Charge most)
    {
        _reserved += most;
        _inFlight++;
    }

    private bool Fits(Charge most)
    {
        var total = _charged + _reserved + most;
        return total.Tokens <= (budget.Tokens ?? long.MaxValue) && total.Money <= (budget.Money ?? decimal.MaxValue);
    }
}
