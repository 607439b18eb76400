/**
 * Tells the station every ten seconds that this wall lives, how big it is, whether it can be heard
 * and what it misses of the record; by which name it goes and what it
 * shows; and, when somebody closes it, that it goes. A wall sends nothing else by itself.
 */
import { computed, onScopeDispose, watch } from 'vue'
import type { Ref } from 'vue'
import type { SoundState } from '../ui/alarm.ts'
import { SIGN_EVERY_MS, type WallAside, type WallVoice } from '#shared/domain/board/wall-sign.ts'
import type { SeenHead } from '#shared/domain/station/head.ts'
import type { Panel } from '#shared/domain/walls/calibration.ts'
import type { WallJob } from './named-wall.ts'
import { useBoard } from '../stores/board.ts'
import { useTick } from '../stores/tick.ts'
import { wallId } from './wall-id.ts'

/** A tick that comes a little early counts as the tenth (ms). */
const EARLY = 200
/** One that was not taken is given again so soon (ms): a second one has to arrive before 15 s. */
const AGAIN_AFTER = 2_000

/**
 * `missing`: what this wall has seen of the record and the record lacks. `voice`: of one that
 * speaks. `measured`: its picture, mm, by a card that somebody holds to it. `aside`: what it shows
 * in place of what goes on.
 */
export function useSign(
  sound: Readonly<Ref<SoundState>>,
  { wall, view }: Pick<WallJob, 'wall' | 'view'>,
  more: {
    missing?: Readonly<Ref<SeenHead | null>>
    voice?: Readonly<Ref<WallVoice | undefined>>
    measured?: Readonly<Ref<Panel | null>>
    aside?: WallAside
  } = {},
): void {
  const board = useBoard()
  const tick = useTick()
  const id = wallId()
  let sentAt = -Infinity

  async function send(leaving: { leaving?: true } = {}): Promise<void> {
    const claim = more.missing?.value
    const voice = more.voice?.value
    const measured = more.measured?.value
    const answer = await board.request('wall/alive', {
      wallId: id,
      beat: board.cycle,
      sound: sound.value,
      size: `${innerWidth}x${innerHeight}@${devicePixelRatio}`,
      ...(claim ? { head: { position: claim.position, hash: claim.hash } } : {}),
      ...(wall.value ? { named: wall.value.id, view: view.value } : {}),
      ...(voice ? { voice } : {}),
      ...(measured ? { measured: { ...measured } } : {}),
      ...(more.aside ? { aside: more.aside } : {}),
      ...leaving,
    })
    if (!answer.ok) sentAt = Math.min(sentAt, tick.mono - SIGN_EVERY_MS + AGAIN_AFTER)
  }
  /** A wall that somebody closes is not a wall that is lost. */
  const leave = (): void => void send({ leaving: true })

  const state = computed(() =>
    [sound.value, wall.value?.id, view.value, more.voice?.value, more.measured?.value?.width].join(
      ' ',
    ),
  )
  watch([() => tick.mono, state], ([mono, now], [, before]) => {
    if (!board.live || (mono - sentAt < SIGN_EVERY_MS - EARLY && now === before)) return
    sentAt = mono
    void send()
  })
  addEventListener('pagehide', leave)
  onScopeDispose(() => removeEventListener('pagehide', leave))
}
