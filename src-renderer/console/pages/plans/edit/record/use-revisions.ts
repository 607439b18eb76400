/**
 * The revision record of a draft, of whatever kind: made, revised, abolished, by whom and why;
 * newest first. It is only read here.
 */
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import { dateText, hourAndMinute } from '#renderer/ui/figure.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useDisplayClock } from '#renderer/ui/display-clock.ts'
import type { Choice } from '#renderer/console/components/choices.ts'
import { useEditWords } from '../editor-words.ts'

/** What every entry has; `at`: UTC ms, null of what came with the program. */
export type Entry = {
  kind: string
  number: string | null
  at: number | null
  by: string | null
  why: string | null
  approvedBy: string | null
  revision: string | null
}
export type Revisions<E extends Entry> = {
  list: ShallowRef<readonly E[]>
  read: () => Promise<void>
  /** Those that have a text, which can be compared. */
  texts: ComputedRef<readonly Choice[]>
  /** The number that comes next. */
  next: ComputedRef<string>
  /** How it went out of force; null while it is in force. */
  abolished: ComputedRef<E | null>
  /** The text before that of the entry in this place; null: there is none. */
  before: (at: number) => string | null
  /** Day and time of an entry, on the site's clock. */
  when: (at: number) => string
}

/** @param known whether it is in the library: of a new one there is no record yet. */
export function useRevisions<E extends Entry>(
  ask: () => Promise<{ ok: true; reply: readonly E[] } | Refused>,
  known: () => boolean,
): Revisions<E> {
  const board = useBoard()
  const t = useEditWords()
  const { lang } = useText()
  const { zone } = useDisplayClock()
  const list = shallowRef<readonly E[]>([])

  async function read(): Promise<void> {
    const answer = await ask()
    if (answer.ok) list.value = answer.reply
  }
  watch(
    () => board.live && known(),
    (ready) => {
      if (ready) void read()
    },
    { immediate: true },
  )
  const hasText = (entry: E): entry is E & { revision: string } =>
    entry.revision !== null && entry.kind !== 'abolished'
  const day = (at: number): string => dateText(at, zone.value, lang.value)
  /** `第2版 11月24日 周二`; the text that came with the program has no number. */
  const nameOf = ({ kind, number, at }: Entry): string =>
    kind === 'shipped'
      ? t('record.shippedName')
      : t('record.name', { number: number ?? '—', date: at === null ? '' : day(at) })

  return {
    list,
    read,
    texts: computed(() =>
      list.value.filter(hasText).map((entry) => ({ value: entry.revision, label: nameOf(entry) })),
    ),
    next: computed(() => {
      const numbers = list.value.flatMap(({ number }) =>
        /^\d+$/.test(number ?? '') ? [Number(number)] : [],
      )
      return String(Math.max(0, ...numbers) + 1)
    }),
    abolished: computed(() => (list.value[0]?.kind === 'abolished' ? list.value[0] : null)),
    before: (at) => list.value.slice(at + 1).find(hasText)?.revision ?? null,
    when: (at) => `${day(at)} ${hourAndMinute(at, zone.value)}`,
  }
}
