/** At most 50 requests a second for each token of a page, 100 in one go. The time is handed in. */
const PER_SECOND = 50
const BURST = 100

type Bucket = { left: number; at: number }

/** `take(token, now)` says whether one more request may pass. `now` is monotonic ms. */
export function rateLimit(): (token: string, now: number) => boolean {
  const buckets = new Map<string, Bucket>()
  const leftAt = (bucket: Bucket, now: number): number =>
    Math.min(BURST, bucket.left + ((now - bucket.at) / 1000) * PER_SECOND)

  return (token, now) => {
    // a full one is as good as none
    for (const [key, bucket] of buckets) if (leftAt(bucket, now) >= BURST) buckets.delete(key)
    const bucket = buckets.get(token)
    const left = bucket ? leftAt(bucket, now) : BURST
    buckets.set(token, { left: left >= 1 ? left - 1 : left, at: now })
    return left >= 1
  }
}
