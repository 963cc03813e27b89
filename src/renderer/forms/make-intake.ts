import { create } from 'zustand';
import { toAppErrorData, type AppErrorData } from '../../shared/app-error';

interface IntakeState<T> {
  busy: boolean;
  /** Why the last files could not be taken in, and which. */
  problem: { name: string; error: AppErrorData } | undefined;
  /** What no form has put into its field yet. */
  taken: T | undefined;
}

/** The way of handed-over files into a field, whose form may not even be open yet. */
export function makeIntake<T>(join: (waiting: T, next: T) => T) {
  const empty: IntakeState<T> = { busy: false, problem: undefined, taken: undefined };
  const use = create<IntakeState<T>>(() => empty);
  // what was begun before a reset belongs to another mode
  let age = 0;
  return {
    use,
    async follow(name: string, work: () => Promise<T | undefined>): Promise<void> {
      const begun = age;
      use.setState({ busy: true, problem: undefined });
      try {
        const next = await work();
        if (begun !== age) return;
        const { taken } = use.getState();
        use.setState({
          busy: false,
          taken: taken !== undefined && next !== undefined ? join(taken, next) : (next ?? taken),
        });
      } catch (error) {
        if (begun === age) use.setState({ busy: false, problem: { name, error: toAppErrorData(error) } });
      }
    },
    /** Hands what waits over to the form that asks first. */
    collect(): T | undefined {
      const { taken } = use.getState();
      if (taken !== undefined) use.setState({ taken: undefined });
      return taken;
    },
    forgetProblem(): void {
      use.setState({ problem: undefined });
    },
    reset(): void {
      age += 1;
      use.setState(empty);
    },
  };
}
