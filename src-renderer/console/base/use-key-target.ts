/**
 * Tells what a key of the desk means by what is painted: the next action, an answer, the top alert,
 * a move. One memory for the whole console, because the same alert stands on every page, and
 * another incident may take the place of the one that was looked at.
 */
import { defineStore } from 'pinia'
import { watch } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { useBoard } from '../../stores/board.ts'
import { keyTarget, type KeyTarget, type Meant } from './key-target.ts'
import { useSelection } from './selection.ts'

/** What the desk says when a key meant what is gone: nothing was sent. */
export const SCREEN_CHANGED: Refused = {
  ok: false,
  code: 'screen-changed',
  message: localized('画面刚变，请再按', 'The screen has just changed: press again'),
}

/** In what the board went on from and to when something changed on the screen. */
type Positions = { from: number; to: number }
type Place = {
  key: string
  positions: Positions
  target: KeyTarget<unknown>
  mayExpect: boolean // what this desk's own command leads to may be acted on at once
}

const COMMANDS_REMEMBERED = 20

/** Calls back once the frame that holds a change has been shown. */
function afterPaint(then: (at: number) => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now())))
}

export const useKeyMemory = defineStore('key-memory', () => {
  const board = useBoard()
  const chosen = useSelection()
  const places = new Map<string, Place>()
  let positions: Positions = { from: 0, to: 0 }
  let commands: readonly number[] = []
  // the first picture displaces nothing; who chooses what to look at knows that it comes
  let choosing = board.board === null
  let latest = 0

  const leadsTo = ({ from, to }: Positions, position: number): boolean =>
    from < position && position <= to
  function settle(): void {
    const mine = ++latest
    afterPaint(() => {
      if (mine === latest) choosing = board.board === null
    })
  }

  watch(
    () => board.board?.position ?? 0,
    (to, from) => {
      positions = { from, to }
    },
  )
  watch(
    () => chosen.choices,
    () => {
      choosing = true
      settle()
    },
    { flush: 'sync' },
  )
  watch(() => board.board !== null, settle, { flush: 'post' })

  return {
    /** `key` tells one target from another. */
    changed(name: string, key: string, target: unknown, mayExpect = true): void {
      const before = places.get(name)
      if (before?.key === key || (!before && target === null)) return
      const place: Place = {
        key,
        positions,
        target: before?.target ?? keyTarget<unknown>(),
        mayExpect,
      }
      places.set(name, place)
      place.target.changed(target)
      if (mayExpect && (choosing || commands.some((position) => leadsTo(positions, position))))
        place.target.expected()
      afterPaint((at) => {
        if (places.get(name) === place) place.target.painted(at)
      })
    },
    meant: (name: string, pressedAt: number): Meant<unknown> =>
      places.get(name)?.target.meant(pressedAt) ?? { target: null, isShown: true },
    /** A command of this desk stands in the record at `position`: what it leads to is expected. */
    answered(position: number): void {
      commands = [...commands, position].slice(-COMMANDS_REMEMBERED)
      for (const place of places.values())
        if (place.mayExpect && leadsTo(place.positions, position)) place.target.expected()
    },
  }
})

/**
 * What the key at `name` means; `read` gives what stands there now, and what tells it from others.
 * `mayExpect` false: also what this desk's own command has led to needs its time to be read.
 */
export function useKeyTarget<T>(
  name: string,
  read: () => { key: string; target: T } | null,
  mayExpect = true,
): (pressedAt: number) => Meant<T> {
  const memory = useKeyMemory()
  watch(
    () => read()?.key ?? '',
    (key) => memory.changed(name, key, read()?.target ?? null, mayExpect),
    { flush: 'post', immediate: true },
  )
  return (pressedAt) => memory.meant(name, pressedAt) as Meant<T>
}
