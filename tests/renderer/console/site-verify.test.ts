/**
 * Verifying numbers: each is called out large, one digit says what came of it, and the next
 * follows; a digit for what has just come up does nothing.
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ContactRead } from '#shared/contract/contacts.ts'
import { accepted, painted, press } from './desk.ts'
import { contact, number, onFile, verified } from './on-file-kit.ts'
import { settings } from './site-kit.ts'

const READ_MS = 800

beforeEach(() => {
  sessionStorage.clear()
})

const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
const shown = (): string | undefined => dialog().querySelector('.num')?.textContent

/** A digit that is pressed once what stands there has been read. */
async function digit(key: string, afterMs = READ_MS + 1): Promise<void> {
  await painted()
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'timeStamp', { value: performance.now() + afterMs })
  dialog().querySelector('.verify')!.dispatchEvent(event)
  for (let times = 0; times < 4; times++) await flushPromises()
}

/** A station that keeps what is sent to it. */
async function verifying(...contacts: ContactRead[]) {
  let stored = contacts
  const mounted = await settings(
    {},
    {
      'contacts/read': () => onFile(stored)['contacts/read']!({}),
      'contacts/set': ({ id, numbers }) => {
        stored = stored.map((entry) =>
          entry.id === id
            ? { ...entry, numbers: numbers.map((line) => number(line.number)) }
            : entry,
        )
        return accepted<'contacts/set'>({ id: id ?? '' })
      },
    },
  )
  await mounted.page
    .get('[data-part=contacts]')
    .findAll('button')
    .find((button) => button.text().startsWith('逐个核对'))!
    .trigger('click')
  await flushPromises()
  return mounted
}

describe('the numbers that are due', () => {
  it('come up one after the other, and are verified by one digit each', async () => {
    const { page, station } = await verifying(
      contact('a', { numbers: [number('0000 0001'), verified('0000 0002')] }),
      contact('b', { numbers: [number('0000 0003')] }),
    )
    expect(dialog().textContent).toContain('第1个，共2个')
    expect(shown()).toBe('0000 0001')
    await digit('1')
    expect(shown()).toBe('0000 0003')
    await digit('3')
    expect(station.of('contacts/verify')).toEqual([{ id: 'a', number: '0000 0001' }])
    expect(dialog().textContent).toContain('打通1个，改了0个，删了0个，没打通1个')
    expect(document.activeElement?.textContent).toContain('关闭')
    page.unmount()
  })

  it('keep still while the hand is quicker than the eye', async () => {
    const { page, station } = await verifying(
      contact('a', { numbers: [number('0000 0001'), number('0000 0002')] }),
    )
    await digit('1')
    await digit('1', 0)
    expect(shown()).toBe('0000 0002')
    expect(station.of('contacts/verify')).toHaveLength(1)
    expect(dialog().textContent).toContain('画面刚变')
    page.unmount()
  })

  it('that are wrong are put right and called out again', async () => {
    const { page, station } = await verifying(contact('a', { numbers: [number('0000 0001')] }))
    await digit('2')
    const field = dialog().querySelector('input')!
    expect(document.activeElement).toBe(field)
    expect(dialog().textContent).toContain('先填“改成”')
    field.value = '0000 0008'
    field.dispatchEvent(new Event('input'))
    await flushPromises()
    dialog().querySelector<HTMLButtonElement>('[type=submit]')!.click()
    for (let times = 0; times < 4; times++) await flushPromises()
    expect(station.of('contacts/set')).toMatchObject([
      { id: 'a', numbers: [{ number: '0000 0008' }] },
    ])
    expect(shown()).toBe('0000 0008')
    await digit('1')
    expect(station.of('contacts/verify')).toEqual([{ id: 'a', number: '0000 0008' }])
    page.unmount()
  })

  it('that nobody has any more are removed', async () => {
    const { page, station } = await verifying(contact('a', { numbers: [number('0000 0001')] }))
    await digit('2')
    const remove = [...dialog().querySelectorAll('button')].find((button) =>
      button.textContent.includes('删掉这个号码'),
    )!
    remove.click()
    for (let times = 0; times < 4; times++) await flushPromises()
    expect(station.of('contacts/set')).toMatchObject([{ id: 'a', numbers: [] }])
    expect(dialog().textContent).toContain('核对完了')
    page.unmount()
  })

  it('one alone is verified from its row', async () => {
    const { page, station } = await settings(
      {},
      onFile([contact('a', { numbers: [verified('0000 0002')] })]),
    )
    await page.get('[data-part=contacts] [data-row]').trigger('click')
    await flushPromises()
    expect(shown()).toBe('0000 0002')
    await digit('1')
    expect(station.of('contacts/verify')).toEqual([{ id: 'a', number: '0000 0002' }])
    press('Escape', { on: dialog() })
    await flushPromises()
    expect(document.querySelector('.el-dialog')).toBeNull()
    page.unmount()
  })
})
