import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ArrayReference;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.StackFrame;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.StepRequest;

/** Steps a program line by line over JDI and reads every local at each stop. usage: java JdiStep CLASSPATH CLASS ARGUMENT */
public final class JdiStep {
    private static long stops;
    private static long values;

    public static void main(String[] args) throws Exception {
        var connector = Bootstrap.virtualMachineManager().defaultConnector();
        var arguments = connector.defaultArguments();
        arguments.get("main").setValue(args[1] + " " + args[2]);
        arguments.get("options").setValue("-cp " + args[0]);
        var machine = connector.launch(arguments);
        var prepare = machine.eventRequestManager().createClassPrepareRequest();
        prepare.addClassFilter(args[1]);
        prepare.enable();
        var start = 0L;
        try {
            while (true) {
                EventSet set = machine.eventQueue().remove();
                for (Event event : set) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        var line = prepared.referenceType().methodsByName("main").get(0).location();
                        machine.eventRequestManager().createBreakpointRequest(line).enable();
                    } else if (event instanceof BreakpointEvent || event instanceof StepEvent) {
                        if (event instanceof BreakpointEvent breakpoint) {
                            step(machine, breakpoint, args[1]);
                            start = System.nanoTime();
                        }
                        look((LocatableEvent) event);
                    } else if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
                        throw new VMDisconnectedException();
                    }
                }
                set.resume();
            }
        } catch (VMDisconnectedException over) {
            var seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("RESULT %d %.3f %.0f%n", stops, seconds, stops / seconds);
        }
    }

    private static void step(VirtualMachine machine, BreakpointEvent at, String name) {
        var step = machine.eventRequestManager().createStepRequest(at.thread(), StepRequest.STEP_LINE, StepRequest.STEP_INTO);
        step.addClassFilter(name);
        step.enable();
    }

    private static void look(LocatableEvent event) throws Exception {
        stops++;
        StackFrame frame = event.thread().frame(0);
        try {
            for (Value value : frame.getValues(frame.visibleVariables()).values()) {
                values += value instanceof ArrayReference array ? array.getValues().size() : String.valueOf(value).length();
            }
        } catch (AbsentInformationException none) {
            values++;
        }
    }
}
