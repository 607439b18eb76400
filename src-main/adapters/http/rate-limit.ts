/** Limits each token of a page to 50 requests a second, 100 in a burst. */
const PER_SECOND = 50
const BURST = 100

type Bucket = { tokens: number; at: number }

/** Returns a function that tells whether a further request may pass. `now`: monotonic ms. */
export function rateLimit(): (token: string, now: number) => boolean {
  const buckets = new Map<string, Bucket>()
  const tokensAt = (bucket: Bucket, now: number): number =>
    Math.min(BURST, bucket.tokens + ((now - bucket.at) / 1000) * PER_SECOND)

  return (token, now) => {
    // a full bucket is as good as none
    for (const [key, bucket] of buckets) if (tokensAt(bucket, now) >= BURST) buckets.delete(key)
    const bucket = buckets.get(token)
    const tokens = bucket ? tokensAt(bucket, now) : BURST
    buckets.set(token, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
    return tokens >= 1
  }
}
