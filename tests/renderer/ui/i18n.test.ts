/** Tests the languages of a page, and its way in by the key of the address. */
import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { localized } from '#shared/domain/text.ts'
import { createWords, chosenLocale, useLocale, useText, useWords } from '#renderer/i18n/index.ts'
import type { Messages } from '#renderer/i18n/index.ts'
import { wallEn } from '#renderer/i18n/wall.en.ts'
import { wallZh } from '#renderer/i18n/wall.zh.ts'
import { storeSession, storedSession, takeKey } from '#renderer/transport/key.ts'

const keysOf = (messages: Messages, before = ''): string[] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`),
  )
const valuesOf = (messages: Messages): string[] =>
  Object.values(messages).flatMap((value) =>
    typeof value === 'string' ? [value] : valuesOf(value),
  )

describe('the languages of a page', () => {
  beforeEach(() => {
    localStorage.clear()
    history.replaceState(null, '', '/wall')
  })

  it('is Chinese unless the address or this machine says English', () => {
    expect(chosenLocale()).toBe('zh-CN')
    history.replaceState(null, '', '/wall?lang=en')
    expect(chosenLocale()).toBe('en')
    history.replaceState(null, '', '/wall')
    localStorage.setItem('vigil.lang', 'en')
    expect(chosenLocale()).toBe('en')
  })

  it('changes on the spot and is remembered', async () => {
    const page = mount(
      defineComponent(() => {
        const { tr, lang } = useText()
        const t = useWords<{ hello: string }>()
        const { choose } = useLocale()
        return () =>
          h('button', { onClick: () => choose('en') }, [
            lang.value,
            tr(localized('值守', 'Vigil')),
            t('hello', { name: 'Zhou' }),
          ])
      }),
      { global: { plugins: [createWords({ hello: '{name}，您好' }, { hello: 'Hello {name}' })] } },
    )
    expect(page.text()).toBe('zh值守Zhou，您好')
    await page.trigger('click')
    expect(page.text()).toBe('enVigilHello Zhou')
    expect([localStorage.getItem('vigil.lang'), document.documentElement.lang]).toEqual([
      'en',
      'en',
    ])
  })

  it("the wall's two files have the same keys, each with words in it, and Chinese has no space beside a figure", () => {
    expect(keysOf(wallEn)).toEqual(keysOf(wallZh))
    expect(
      [...valuesOf(wallZh), ...valuesOf(wallEn)].filter((value) => value.trim() === ''),
    ).toEqual([])
    expect(
      valuesOf(wallZh).filter((value) => /[\u4e00-\u9fff] \{|\} [\u4e00-\u9fff]/.test(value)),
    ).toEqual(['停在 {time}']) // a time of day stands apart
  })
})

describe('the key of an address', () => {
  it('is taken once, and what else the address says stays', () => {
    history.replaceState(null, '', '/wall?theme=light#key=abc')
    expect(takeKey()).toBe('abc')
    expect(location.href).toMatch(/\/wall\?theme=light$/)
    expect(takeKey()).toBeNull()
  })

  it('becomes a session of this tab, and a console’s one of this browser', () => {
    const [desk, screen] = [
      { token: 't', name: '值班员', role: 'dispatcher' },
      { token: 'w', name: '大屏', role: 'wall' },
    ]
    expect([storedSession('console'), storedSession('wall')]).toEqual([null, null])
    storeSession(desk)
    storeSession(screen)
    expect([storedSession('console'), storedSession('wall')]).toEqual([desk, screen])
    sessionStorage.clear()
    expect([storedSession('console'), storedSession('wall')]).toEqual([desk, null])
    localStorage.removeItem('vigil.session')
  })
})
