/** A loudspeaker for specs: it runs, and writes down every tone that is started. */
const SECOND = 1_000

/** Hertz of every beat so far. */
export const played: number[] = []

/** What a browser plays tones with: it runs, and what is started is written down. */
export class Speaker {
  state = 'running'
  get currentTime(): number {
    return performance.now() / SECOND
  }
  destination = {}
  createAnalyser = () => ({ connect: () => undefined })
  createGain = () => ({
    gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined },
    connect: () => undefined,
    disconnect: () => undefined,
  })
  createOscillator() {
    const frequency = { value: 0 }
    return {
      frequency,
      connect: (next: object) => next,
      start: () => void played.push(frequency.value),
      stop: () => undefined,
    }
  }
  addEventListener = () => undefined
  resume = async () => undefined
  close = async () => undefined
}
