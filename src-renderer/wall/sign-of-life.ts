/**
 * Tells the station every five seconds that this wall lives, how big it is and whether it can be
 * heard. It is the only thing a wall ever sends.
 */
import { watch } from 'vue'
import type { Ref } from 'vue'
import type { SoundState } from '../ui/alarm.ts'
import { useBoard } from '../stores/board.ts'
import { useTick } from '../stores/tick.ts'

const EVERY = 5_000
const KEPT = 'vigil.wall'

/** By chance and once a tab: two walls from one address are two walls. */
function wallId(): string {
  const stored = sessionStorage.getItem(KEPT)
  if (stored) return stored
  const id = `wall-${crypto.randomUUID().slice(0, 8)}`
  sessionStorage.setItem(KEPT, id)
  return id
}

export function useSign(sound: Readonly<Ref<SoundState>>): void {
  const board = useBoard()
  const tick = useTick()
  const id = wallId()
  let sentAt = -Infinity

  watch([() => tick.mono, sound], ([mono, now], [, before]) => {
    if (!board.live || (mono - sentAt < EVERY && now === before)) return
    sentAt = mono
    void board.request('wall/alive', {
      wallId: id,
      beat: board.cycle,
      sound: sound.value,
      size: `${innerWidth}x${innerHeight}@${devicePixelRatio}`,
    })
  })
}
