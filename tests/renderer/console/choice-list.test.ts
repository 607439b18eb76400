/** A list to choose from: the keys of a combobox, whether one choice is taken or several. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref, shallowRef } from 'vue'
import ChoiceList from '#renderer/console/components/ChoiceList.vue'
import type { Choice } from '#renderer/console/components/choices.ts'
import { mountConsole, press } from './desk.ts'

const CHOICES = [
  { value: 'leader', label: '值班领导' },
  { value: 'head', label: '中心领导' },
  { value: 'guard', label: '保安', note: '大厅预案' },
]

async function open(first: string | string[], there: readonly Choice[] = CHOICES) {
  const value = ref(first)
  const choices = shallowRef(there)
  const overs = ref(0)
  const Form = defineComponent(
    () => () =>
      h(ChoiceList, {
        ...{ choices: choices.value, label: '岗位', none: '没有', width: true },
        several: Array.isArray(first),
        modelValue: value.value,
        'onUpdate:modelValue': (next: string | string[]) => {
          value.value = next
        },
        onOver: () => overs.value++,
      }),
  )
  const { page } = await mountConsole(Form)
  const input = page.get<HTMLInputElement>('input').element
  input.focus()
  const key = async (name: string): Promise<void> => {
    press(name, { on: input })
    await flushPromises()
  }
  const type = async (words: string): Promise<void> => {
    input.value = words
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
  }
  const come = async (more: readonly Choice[]): Promise<void> => {
    choices.value = more
    await flushPromises()
  }
  return { value, overs, key, type, come, input, page }
}

it('opened by an arrow stands at the first, and Enter takes it', async () => {
  const { value, key } = await open([])
  await key('ArrowDown')
  await key('Enter')
  expect(value.value).toEqual(['leader'])
  await key('ArrowDown')
  await key('Enter')
  expect(value.value).toEqual(['leader', 'head'])
})

it('typed into takes the first that has it, and is empty for the next', async () => {
  const { value, key, type, input } = await open([])
  await type('保')
  await key('Enter')
  expect(value.value).toEqual(['guard'])
  expect(input.value).toBe('')
  await type('领导')
  await key('ArrowDown')
  await key('Enter')
  expect(value.value).toEqual(['guard', 'head'])
})

it('finds a name by its initials, too', async () => {
  const { value, key, type } = await open('')
  await vi.dynamicImportSettled() // the dictionary
  await type('zbld')
  await key('Enter')
  expect(value.value).toBe('leader')
})

it('takes nothing away that is chosen when somebody types what it is called', async () => {
  const { value, key, type } = await open(['leader'])
  await type('领导')
  await key('Enter')
  expect(value.value).toEqual(['leader', 'head'])
})

it('once one is chosen, Enter alone chooses no other: it tells that choosing is over', async () => {
  const { value, overs, key, type } = await open([])
  await type('保')
  await key('Enter')
  await key('Enter')
  expect(value.value).toEqual(['guard'])
  expect(overs.value).toBe(1)
  // and the next can still be chosen, by an arrow too
  await type('中心')
  await key('Enter')
  expect(value.value).toEqual(['guard', 'head'])
  expect(overs.value).toBe(1)
})

it('an arrow back to a chosen line, and Enter, takes it away no more: choosing is over', async () => {
  const { value, overs, key } = await open(['leader'])
  await key('ArrowDown') // opens, at the first that is not chosen
  await key('ArrowUp')
  await key('Enter')
  expect([value.value, overs.value]).toEqual([['leader'], 1])
})

it('opened by Enter, and Enter again, changes nothing', async () => {
  const { value, key } = await open(['leader'])
  await key('Enter')
  await key('Enter')
  expect(value.value).toEqual(['leader'])
})

it('of one choice stands at what is chosen', async () => {
  const { value, key } = await open('head')
  await key('ArrowDown')
  await key('Enter')
  expect(value.value).toBe('head')
  await key('ArrowDown')
  await key('ArrowDown')
  await key('Enter')
  expect(value.value).toBe('guard')
})

it('of one choice takes what is typed in its place', async () => {
  const { value, key, type } = await open('guard')
  await type('值班')
  await key('Enter')
  expect(value.value).toBe('leader')
})

describe('choices that come while somebody types', () => {
  it('are taken by the Enter that follows them', async () => {
    const { value, key, type, come } = await open('', [])
    await type('保安')
    await come(CHOICES)
    await key('Enter')
    expect(value.value).toBe('guard')
  })

  it('are taken by the Enter that was pressed before them, of one and of several', async () => {
    for (const [first, then] of [
      ['', 'guard'],
      [[], ['guard']],
    ] as const) {
      const { value, key, type, come } = await open(first as string | string[], [])
      await type('保安')
      await key('Enter')
      expect(value.value).toEqual(first)
      await come(CHOICES)
      expect(value.value).toEqual(then)
    }
  })

  it('are not taken where the words were changed, or the list was left, after Enter', async () => {
    const { value, key, type, come, input } = await open('', [])
    await type('保安')
    await key('Enter')
    await type('保')
    await come(CHOICES)
    expect(value.value).toBe('')
    await come([])
    await type('保安')
    await key('Enter')
    input.blur()
    await flushPromises()
    await come(CHOICES)
    expect(value.value).toBe('')
  })

  it('do not move another line under the one that an arrow stands at', async () => {
    const { value, key, type, come } = await open('')
    await type('领导')
    await key('ArrowDown') // 中心领导
    await come([{ value: 'deputy', label: '副领导' }, ...CHOICES])
    await key('Enter')
    expect(value.value).toBe('head')
  })

  it('leave what stands chosen where they no longer have it', async () => {
    const { value, key, type, come } = await open('guard')
    await type('领导')
    await come([CHOICES[1]!])
    await key('Enter')
    expect(value.value).toBe('head')
  })
})
