import type { WireError } from '@/generated/wire';

/** An error that crossed the border, or one that is about the border itself. */
export class WireFailure extends Error {
  constructor(readonly error: WireError) {
    super(error.message);
    this.name = 'WireFailure';
  }

  /** Whatever was thrown, as the wire would have told it. */
  static from(thrown: unknown): WireFailure {
    if (thrown instanceof WireFailure) return thrown;
    if (isWireError(thrown)) return new WireFailure(thrown);
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new WireFailure({ kind: 'defect', message, hint: '', fields: [] });
  }
}

export function isWireError(value: unknown): value is WireError {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    'message' in value &&
    'fields' in value
  );
}
