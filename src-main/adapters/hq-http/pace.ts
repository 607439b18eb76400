/** Limits how often somebody may ask, by key: a bucket that fills again. */

type Bucket = { left: number; at: number }

/** `perSecond` on average, `burst` at once. The function tells whether one more may pass. */
export function pace(perSecond: number, burst: number): (key: string, now: number) => boolean {
  const buckets = new Map<string, Bucket>()
  const leftAt = ({ left, at }: Bucket, now: number): number =>
    Math.min(burst, left + ((now - at) / 1000) * perSecond)
  let sweptAt = 0
  const sweep = (now: number): void => {
    if (now - sweptAt < 60_000) return
    sweptAt = now
    for (const [key, bucket] of buckets) if (leftAt(bucket, now) >= burst) buckets.delete(key)
  }
  return (key, now) => {
    sweep(now)
    const bucket = buckets.get(key)
    const left = bucket ? leftAt(bucket, now) : burst
    buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now })
    return left >= 1
  }
}
