/** Says why a site is not set up as somebody wants it, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import type { Plan } from '../plan/plan.ts'
import { localized, type LocalizedText } from '../text.ts'

export const badZone = (zone: string): Refusal =>
  refuse('bad-zone', localized(`没有这个时区：${zone}`, `There is no such time zone: ${zone}`))

export const zoneFixed = (zone: string): Refusal =>
  refuse(
    'zone-fixed',
    localized(
      `已有事件按${zone}计入月份和假日，时区不能再改`,
      `Incidents are already counted by ${zone}, by month and by holiday: the time zone can no longer be changed`,
    ),
  )

/** `plans`: those that keep the kind; they are named in the details by their ids. */
export const kindNeeded = (plans: readonly Plan[]): Refusal => {
  const titles = (language: 'zh' | 'en'): string =>
    plans.map(({ title }) => title[language]).join(language === 'zh' ? '、' : ', ')
  return refuse(
    'site-kind-needed',
    localized(
      `有进行中的事件正在执行${titles('zh')}，结案后才能取消这类单位`,
      `An open incident is running ${titles('en')}: close it before you remove this kind of site`,
    ),
    plans.map(({ id }) => id),
  )
}

/** `faults`: one or more, each a sentence. */
export const badNotice = (faults: readonly LocalizedText[]): Refusal =>
  refuse(
    'bad-input',
    localized(faults.map(({ zh }) => zh).join('；'), faults.map(({ en }) => en).join('; ')),
    ['holidays', 'workdays'],
  )
