/**
 * The revision record of the plan: made, revised, abolished, by whom and why; newest first. It is
 * only read here.
 */
import { shallowRef, watch, type ShallowRef } from 'vue'
import type { PlanRevision } from '#shared/contract/plans.ts'
import { dateText } from '#renderer/ui/figure.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useDisplayClock } from '#renderer/ui/display-clock.ts'
import { useEditWords } from '../editor-words.ts'

export type Revisions = {
  list: ShallowRef<readonly PlanRevision[]>
  read: () => Promise<void>
  /** `第2版 11月24日 周二`; the text that came with the program has no number. */
  nameOf: (revision: PlanRevision) => string
}

/** @param known whether the library has the plan: of a new one there is no record yet. */
export function useRecord(planId: string, known: () => boolean): Revisions {
  const board = useBoard()
  const t = useEditWords()
  const { lang } = useText()
  const { zone } = useDisplayClock()
  const list = shallowRef<readonly PlanRevision[]>([])

  async function read(): Promise<void> {
    const answer = await board.request('plans/revisions', { planId })
    if (answer.ok) list.value = answer.reply
  }
  watch(
    () => board.live && known(),
    (ready) => {
      if (ready) void read()
    },
    { immediate: true },
  )

  return {
    list,
    read,
    nameOf: (item) =>
      item.kind === 'shipped'
        ? t('record.shippedName')
        : t('record.name', {
            number: item.number ?? '—',
            date: item.at === null ? '' : dateText(item.at, zone.value, lang.value),
          }),
  }
}
