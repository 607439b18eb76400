/** The tabs and the dialogs of the editor of plans, used as a person does. */
import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'

export const settled = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(50)
  await flushPromises()
}

export const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!

export const fill = (label: string, value: string): void => {
  const field = [...dialog().querySelectorAll('label')]
    .find((candidate) => candidate.textContent?.includes(label))
    ?.querySelector<HTMLInputElement>('input, textarea')
  if (!field) throw new Error(`no field ${label}`)
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

export const submit = async (): Promise<void> => {
  dialog()
    .querySelector('form')!
    .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await settled()
}
