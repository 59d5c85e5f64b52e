/** An expected failure is a value with a named reason; it can cross a context as plain data. */
export type Result<TValue, TReason extends string> =
  { ok: true; value: TValue } | { ok: false; reason: TReason };

export const succeed = <TValue>(value: TValue) => ({ ok: true, value }) as const;
export const fail = <TReason extends string>(reason: TReason) => ({ ok: false, reason }) as const;
