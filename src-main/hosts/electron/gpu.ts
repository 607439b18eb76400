/** Decides when the graphics processor is given up, and when it is trusted again (R02). */
import { z } from 'zod'

const markerSchema = z.object({ version: z.string(), at: z.number() })
/** Written when the processor was given up: by which version of the program, and when (UTC ms). */
export type GpuMarker = z.output<typeof markerSchema>

/** Null for anything that is not a marker. */
export function readMarker(content: string | null): GpuMarker | null {
  try {
    return content === null ? null : (markerSchema.safeParse(JSON.parse(content)).data ?? null)
  } catch {
    return null
  }
}

const RETRY_AFTER = 24 * 3_600_000

/**
 * Whether the main processor draws: for 24 h, or until the program is another version. A marker of
 * the future does not count.
 */
export const gpuIsOff = (marker: GpuMarker | null, version: string, now: number): boolean =>
  marker !== null && marker.version === version && now >= marker.at && now - marker.at < RETRY_AFTER

const MOST = 3
const WINDOW = 30_000

/**
 * Returns a function that counts one crash (monotonic ms) and says whether it was the third within
 * 30 s.
 */
export function createGpuStrikes(): (now: number) => boolean {
  let strikes: number[] = []
  return (now) => {
    strikes = [...strikes.filter((strike) => now - strike < WINDOW), now]
    if (strikes.length < MOST) return false
    strikes = []
    return true
  }
}
