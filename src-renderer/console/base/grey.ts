/**
 * The one way in which a button of the console is off: it is grey, and the reason can be read, with
 * the pointer and by a screen reader. tests/renderer/console/grey.test.ts knows no other.
 */
import type { ConsoleWords } from '../../i18n/console.zh.ts'
import { useBoard } from '../../stores/board.ts'
import { useConsoleWords } from './console-words.ts'

/** Attributes of a button; none where it can be pressed. */
export type Grey = { disabled?: true; title?: string }
/** The same where the focus stays on it meanwhile. */
export type Dim = { 'aria-disabled'?: true; title?: string }
/** What somebody has typed, and the label of the field. */
export type Filled = readonly [value: string, label: string]

export function useGrey(): {
  /**
   * `off` as `useCommand` tells it: something is on its way, or the picture is not live. `why` is
   * what the form itself lacks, null if nothing: `<button v-bind="grey(off, why)">`.
   */
  grey: (off: boolean, why?: string | null) => Grey
  dim: (why: string | null) => Dim
  /** Names the first field in which nothing stands; null if there is none. */
  unfilled: (...fields: readonly Filled[]) => string | null
  because: (why: keyof ConsoleWords['why']) => string
} {
  const t = useConsoleWords()
  const board = useBoard()
  const whyOff = (): string => {
    if (board.status === 'signed-out') return t('why.signedOut')
    return t(board.live ? 'why.sending' : 'why.noContact')
  }
  return {
    grey(off, why = null) {
      const title = off ? whyOff() : why
      return title === null ? {} : { disabled: true, title }
    },
    dim: (why) => (why === null ? {} : { 'aria-disabled': true, title: why }),
    unfilled(...fields) {
      const [, label] = fields.find(([value]) => value.trim() === '') ?? []
      // what a label says in brackets is no part of its name
      const [field] = label?.split(/（| \(/) ?? []
      return field === undefined ? null : t('why.fill', { field })
    },
    because: (why) => t(`why.${why}`),
  }
}
