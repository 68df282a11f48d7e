package io.millrace.launcher.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns Ctrl-C and SIGTERM into calls, each one anew, so that a second one can mean more than the first.
 *
 * <p>A shutdown hook cannot do this: it runs once, and keeps the process from choosing its exit code. The JDK's only
 * other way is {@code sun.misc.Signal}, which javac warns about in every form but reflection; where it is missing,
 * signals end the process as usual.
 */
final class StopSignals {

    private final AtomicBoolean received = new AtomicBoolean();

    /** Calls the action at each signal from now on. */
    void install(Runnable action) {
        for (String name : new String[] {"INT", "TERM"}) {
            try {
                install(name, action);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                received.set(false);
            }
        }
    }

    /** Whether any signal came. */
    boolean received() {
        return received.get();
    }

    private void install(String name, Runnable action) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        InvocationHandler handler = (proxy, method, arguments) -> handle(method, action);
        Object proxy =
                Proxy.newProxyInstance(StopSignals.class.getClassLoader(), new Class<?>[] {handlerType}, handler);
        signal.getMethod("handle", signal, handlerType)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    }

    private Object handle(Method method, Runnable action) {
        if (method.getName().equals("handle")) {
            received.set(true);
            action.run();
        }
        return method.getName().equals("hashCode") ? (Object) System.identityHashCode(this) : null;
    }
}
