/** The refusals of purging that the core makes. */
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { SHORTEST_NEEDLE } from '#shared/domain/purge/needle.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

export const purgingNotOffered = (): Refusal =>
  refuse(
    'purging-not-offered',
    localized('此值守站不清除个人信息', 'This station purges no personal values'),
  )

export const tooShort = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      `请写至少${SHORTEST_NEEDLE}个字的姓名或号码`,
      `Enter a name or number of at least ${SHORTEST_NEEDLE} characters`,
    ),
    ['name', 'number'],
  )

/** `why`: of each value that stays, what to do first. */
export const valuesInUse = (why: readonly LocalizedText[]): Refusal => {
  const words = [...new Map(why.map((text) => [text.zh, text])).values()]
  return refuse(
    'values-in-use',
    localized(
      `没有清除：${words.map(({ zh }) => zh).join('；')}`,
      `Nothing was purged. ${words.map(({ en }) => en).join('. ')}`,
    ),
    words.map(({ zh }) => zh),
  )
}

/** In a record that stands in for a damaged one nothing is destroyed. */
export const notInEmergency = (): Refusal =>
  refuse(
    'purging-not-offered',
    localized(
      '应急记录里不清除：先把它并回原记录',
      'Nothing is purged in an emergency record: adopt it into the record first',
    ),
  )

export const nothingLeft = (): Refusal =>
  refuse('no-change', localized('这些内容已经清除过了', 'These values have been purged already'))
