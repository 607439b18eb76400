/**
 * Tells the station every five seconds that this wall lives, how big it is, whether it can be heard
 * and what it misses of the record; by which name it goes and what it
 * shows; and, when somebody closes it, that it goes. A wall sends nothing else by itself.
 */
import { computed, onScopeDispose, watch } from 'vue'
import type { Ref } from 'vue'
import type { SoundState } from '../ui/alarm.ts'
import type { WallAside, WallVoice } from '#shared/domain/board/wall-sign.ts'
import type { SeenHead } from '#shared/domain/station/head.ts'
import type { Panel } from '#shared/domain/walls/calibration.ts'
import type { WallJob } from './named-wall.ts'
import { useBoard } from '../stores/board.ts'
import { useTick } from '../stores/tick.ts'
import { wallId } from './wall-id.ts'

const EVERY = 5_000

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

  function send(leaving: { leaving?: true } = {}): void {
    const claim = more.missing?.value
    const voice = more.voice?.value
    const measured = more.measured?.value
    void board.request('wall/alive', {
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
  }
  /** A wall that somebody closes is not a wall that is lost. */
  const leave = (): void => send({ leaving: true })

  const state = computed(() =>
    [sound.value, wall.value?.id, view.value, more.voice?.value, more.measured?.value?.width].join(
      ' ',
    ),
  )
  watch([() => tick.mono, state], ([mono, now], [, before]) => {
    if (!board.live || (mono - sentAt < EVERY && now === before)) return
    sentAt = mono
    send()
  })
  addEventListener('pagehide', leave)
  onScopeDispose(() => removeEventListener('pagehide', leave))
}
