/**
 * Forms of plain values: every field of an object there with its kind of value, and none beside. A
 * text that a flipped bit has changed is mostly still JSON, and must not be taken for what it was.
 */
import type { Sealed } from './sealed.ts'
import type { LocalizedText } from './text.ts'

/** Whether a value has a form. */
export type Form = (value: unknown) => boolean

export const words: Form = (value) => typeof value === 'string'
export const number: Form = (value) => typeof value === 'number'
export const flag: Form = (value) => typeof value === 'boolean'
export const orNull =
  (form: Form): Form =>
  (value) =>
    value === null || form(value)
export const maybe =
  (form: Form): Form =>
  (value) =>
    value === undefined || form(value)
export const oneOf =
  (values: readonly unknown[]): Form =>
  (value) =>
    values.includes(value)
export const list =
  (form: Form): Form =>
  (value) =>
    Array.isArray(value) && value.every(form)
export const anyOf =
  (forms: readonly Form[]): Form =>
  (value) =>
    forms.some((form) => form(value))
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const map =
  (form: Form): Form =>
  (value) =>
    isObject(value) && Object.values(value).every(form)

/**
 * Every field of a type has to be named here, so a field that is added to the type does not compile
 * without its form.
 */
export function fields<T>(forms: { [K in keyof Required<T>]: Form }): Form {
  const named = Object.entries<Form>(forms)
  return (value) => {
    if (!isObject(value)) return false
    for (const [key, form] of named) if (!form(value[key])) return false
    for (const key in value) if (!Object.hasOwn(forms, key)) return false
    return true
  }
}

/** The digest of a personal value. */
export const sealed = fields<Sealed>({ sealed: words })
/** What older events hold in clear and newer ones sealed. */
export const guarded: Form = (value) => words(value) || sealed(value)

export const text = fields<LocalizedText>({ zh: words, en: words })
export const numbers = map(number)
