/**
 * Brings the field of a finding into sight and puts the cursor into it: the field that is named, or
 * the nearest that holds it.
 */

/**
 * The path of a field is a beginning of the finding's path, or the other way round where the
 * finding names a whole part.
 */
function fieldFor(form: ParentNode, path: string): HTMLElement | null {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-path]')]
  const holds = fields.filter(
    ({ dataset: { path: of = '' } }) => of !== '' && (path === of || path.startsWith(`${of}.`)),
  )
  return (
    holds.toSorted((a, b) => (b.dataset.path ?? '').length - (a.dataset.path ?? '').length)[0] ??
    null
  )
}

export function focusField(form: ParentNode, path: string): boolean {
  const field = fieldFor(form, path)
  if (!field) return false
  const fold = field.closest('details')
  if (fold) fold.open = true
  field.scrollIntoView({ block: 'center' })
  const language = /\.(zh|en)$/.exec(path)?.[1]
  const inner =
    (language && field.querySelector<HTMLElement>(`[data-language=${language}]`)) ||
    field.querySelector<HTMLElement>(':is(textarea, input, select):not(:disabled)') ||
    field.querySelector<HTMLElement>('button:not(:disabled)')
  inner?.focus({ preventScroll: true })
  return true
}
