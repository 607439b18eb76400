/** Says why a gate does not let an incident pass, in both languages, and what to do instead. */
import { refuse, type Refusal } from '../../decision.ts'
import { localized, type LocalizedText } from '../../text.ts'

type Named = { name: string; what: LocalizedText }

const join = (items: readonly Named[], language: keyof LocalizedText): string =>
  items.map(({ what }) => what[language]).join(language === 'zh' ? '、' : '; ')

export const lifeSafetyOpen = (items: readonly Named[]): Refusal =>
  refuse(
    'life-safety-open',
    localized(
      `还有关系人命的事项没有落实，请先完成、答复或逐项说明：${join(items, 'zh')}`,
      `Life-safety items are still open. Finish, answer or give a reason for each: ${join(items, 'en')}`,
    ),
    items.map(({ name }) => name),
  )

export const unconfirmed = (items: readonly Named[]): Refusal =>
  refuse(
    'unconfirmed',
    localized(
      `先行启动还没有确认，请先确认或说明：${join(items, 'zh')}`,
      `A provisional activation is not confirmed. Confirm it or give a reason: ${join(items, 'en')}`,
    ),
    items.map(({ name }) => name),
  )
