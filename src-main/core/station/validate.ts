/** Checks the input of a request against the contract; says what is wrong in both languages. */
import { contract, type Name, type Parsed } from '#shared/contract/contract.ts'
import { unreachable, type Refusal } from '#shared/domain/decision.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { badInput } from '../refusals.ts'

export const isName = (name: unknown): name is Name =>
  typeof name === 'string' && Object.hasOwn(contract, name)

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A command's id as the record has it: lower case; null if it is no UUID. */
export const commandId = (id: unknown): string | null =>
  typeof id === 'string' && UUID.test(id) ? id.toLowerCase() : null

type Issue = NonNullable<
  ReturnType<(typeof contract)[Name]['input']['safeParse']>['error']
>['issues'][number]

/** What a check of the contract says of itself (contract/dates.ts). */
type Said = { says?: LocalizedText }
const NOT_ACCEPTABLE = { zh: '不合要求', en: 'is not acceptable' }

function wording(issue: Issue): { zh: string; en: string } {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        zh: `有不认识的字段：${issue.keys.join('、')}`,
        en: `has unknown fields: ${issue.keys.join(', ')}`,
      }
    case 'too_big':
      return {
        zh: `过长或过大，上限${issue.maximum}`,
        en: `is too long or too large, the limit is ${issue.maximum}`,
      }
    case 'too_small':
      return { zh: '不能为空或过小', en: 'is empty or too small' }
    case 'invalid_type':
      return { zh: `须为${issue.expected}类型`, en: `must be of type ${issue.expected}` }
    case 'invalid_value':
      return {
        zh: `只能是：${issue.values.join('、')}`,
        en: `must be one of: ${issue.values.join(', ')}`,
      }
    case 'invalid_format':
      return { zh: '格式不对', en: 'has the wrong format' }
    case 'invalid_union':
      return { zh: '形式不对', en: 'has the wrong form' }
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return NOT_ACCEPTABLE
    case 'custom':
      return (issue.params as Said | undefined)?.says ?? NOT_ACCEPTABLE
    default:
      return unreachable(issue)
  }
}

/**
 * Of a field that may have several forms, what is wrong with the one whose fields were sent; the
 * field as a whole where none or several are.
 */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const forms = issue.errors.filter((faults) =>
    faults.every(({ code }) => code !== 'unrecognized_keys'),
  )
  const fault = forms.length === 1 ? forms[0]?.[0] : undefined
  if (!fault) return issue
  const inner = innermost(fault)
  return { ...inner, path: [...issue.path, ...inner.path] }
}

/** The way to the first key `__proto__`, which would be dropped in silence; null: there is none. */
function protoPath(value: unknown, path = ''): string | null {
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`
    const proto = key === '__proto__' ? here : protoPath(inner, here)
    if (proto !== null) return proto
  }
  return null
}

/**
 * The checked input, with personal values tagged, or a `bad-input` refusal that names the first
 * field at fault.
 */
export function validate<N extends Name>(
  name: N,
  input: unknown,
): { ok: true; input: Parsed<N> } | Refusal {
  const path = protoPath(input)
  if (path !== null)
    return badInput(path, { zh: '这个字段名不能用', en: 'is not a valid field name' })
  const parsed = contract[name].input.safeParse(input)
  if (parsed.success) return { ok: true, input: parsed.data as Parsed<N> }
  const [first] = parsed.error.issues
  const issue = first && innermost(first)
  return issue
    ? badInput(issue.path.join('.'), wording(issue))
    : badInput('', { zh: '形式不对', en: 'has the wrong form' })
}
