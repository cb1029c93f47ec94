// A token bucket per client, driven by a clock that the caller owns.

interface Bucket {
  tokens: number;
  updated: number;
}

interface Decision {
  allowed: boolean;
  wait: number;
}

class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();
  private readonly capacity: number;
  private readonly refillEvery: number;

  constructor(capacity: number, refillEvery: number) {
    this.capacity = capacity;
    this.refillEvery = refillEvery;
  }

  private refill(bucket: Bucket, now: number): void {
    const gained = Math.floor((now - bucket.updated) / this.refillEvery);
    if (gained > 0) {
      bucket.tokens = Math.min(this.capacity, bucket.tokens + gained);
      bucket.updated += gained * this.refillEvery;
    }
  }

  request(client: string, now: number): Decision {
    let bucket = this.buckets.get(client);
    if (bucket === undefined) {
      bucket = { tokens: this.capacity, updated: now };
      this.buckets.set(client, bucket);
    }
    this.refill(bucket, now);
    if (bucket.tokens === 0) {
      return { allowed: false, wait: bucket.updated + this.refillEvery - now };
    }
    bucket.tokens -= 1;
    return { allowed: true, wait: 0 };
  }
}

const limiter = new RateLimiter(2, 10);
const requests: Array<[number, string]> = [
  [0, 'web'],
  [1, 'web'],
  [2, 'web'],
  [2, 'app'],
  [12, 'web'],
  [13, 'web'],
  [40, 'web'],
  [41, 'web'],
  [42, 'web'],
];
const refused: Record<string, number> = {};
for (const [now, client] of requests) {
  const { allowed, wait } = limiter.request(client, now);
  if (!allowed) {
    refused[client] = (refused[client] ?? 0) + 1;
  }
  console.log(`${String(now).padStart(3)} ${client} ${allowed ? 'passes' : `waits ${wait}`}`);
}
console.log('refused', refused);
