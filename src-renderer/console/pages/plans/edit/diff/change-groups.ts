/**
 * Changes by what they concern: the plan, one question, one step, in the order in which they came.
 */
import type { Change } from '#shared/domain/plan/diff.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { under } from '../find/findings-by-place.ts'

export type ChangeGroup = {
  key: string
  kind: 'plan' | 'facts' | 'steps'
  title: LocalizedText | null
  whole: Change['kind'] | null
  changes: readonly Change[]
}

const PART = /^(facts|steps)\.(.+)$/

/** `“X”的时限` under the head X is only 时限. */
function shorter(what: LocalizedText): { of: LocalizedText | null; part: LocalizedText } {
  const zh = /^“(.*)”的([^”]*)$/.exec(what.zh)
  const en = /^(.*) of “(.*)”$/.exec(what.en)
  return zh && en
    ? {
        of: { zh: zh[1] ?? '', en: en[2] ?? '' },
        part: {
          zh: zh[2] ?? '',
          en: (en[1] ?? '').replace(/^./, (letter) => letter.toUpperCase()),
        },
      }
    : { of: null, part: what }
}

/** @param ids of the steps and questions of both texts, since an id may hold dots. */
export function groupChanges(
  changes: readonly Change[],
  ids: readonly string[],
): readonly ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>()
  for (const change of changes) {
    const [, kind, rest = ''] = PART.exec(change.path) ?? []
    const id =
      kind === undefined
        ? undefined
        : (ids
            .filter((id) => under(rest, id, true))
            .toSorted((id, other) => other.length - id.length)[0] ?? rest.split('.')[0])
    const key = kind === undefined ? 'plan' : `${kind}.${id}`
    const whole = kind !== undefined && rest === id
    const short = shorter(change.what)
    const before = groups.get(key) ?? {
      key,
      kind: (kind ?? 'plan') as ChangeGroup['kind'],
      title: kind === undefined ? null : whole ? change.what : (short.of ?? change.what),
      whole: null,
      changes: [],
    }
    groups.set(
      key,
      whole
        ? { ...before, whole: change.kind }
        : {
            ...before,
            changes: [
              ...before.changes,
              { ...change, what: kind === undefined ? change.what : short.part },
            ],
          },
    )
  }
  return [...groups.values()]
}
