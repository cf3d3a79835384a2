// One long piece of work: how far it has come, how to stop it, how it ended.
import type { Progress, WireError } from '@/generated/wire';
import { rpc, WireFailure } from '@/platform';

const askEvery = 250;

export class LongWork<Result> {
  busy = $state(false);
  progress = $state.raw<Progress | null>(null);
  result = $state.raw<Result | null>(null);
  failure = $state.raw<WireError | null>(null);
  cancelled = $state(false);

  async run(work: () => Promise<Result>): Promise<Result | null> {
    this.forget();
    try {
      this.result = await this.follow(work);
      return this.result;
    } catch (thrown) {
      const { error } = WireFailure.from(thrown);
      this.cancelled = error.kind === 'cancelled';
      if (!this.cancelled) this.failure = error;
      return null;
    }
  }

  /** Asks how far it has come, and leaves what comes of it to the caller. */
  async follow(work: () => Promise<Result>): Promise<Result> {
    this.busy = true;
    const clock = setInterval(() => void this.#ask(), askEvery);
    try {
      return await work();
    } finally {
      clearInterval(clock);
      this.busy = false;
      this.progress = null;
    }
  }

  async cancel(): Promise<void> {
    await rpc('cancel', {});
  }

  forget(): void {
    this.result = null;
    this.failure = null;
    this.cancelled = false;
  }

  async #ask(): Promise<void> {
    const progress = await rpc('progress', {}).catch(() => null);
    if (this.busy) this.progress = progress;
  }
}
