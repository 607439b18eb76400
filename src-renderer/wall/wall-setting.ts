/**
 * Keeps the wall's layout in step with the window, and writes the unit where the styles read it.
 */
import { computed, inject, onScopeDispose, provide, shallowRef, watchEffect } from 'vue'
import type { ComputedRef, InjectionKey } from 'vue'
import { useBoard } from '../stores/board.ts'
import { useText } from '../i18n/index.ts'
import { layoutOf, type Layout } from './layout.ts'
import { readParams, type WallParams } from './params.ts'

/** `nameless`: a public hall, by its session or by its address: place and kind, no names. */
export type WallSetting = {
  params: WallParams
  layout: ComputedRef<Layout>
  nameless: ComputedRef<boolean>
}

const SETTING: InjectionKey<WallSetting> = Symbol('wall setting')

/** What the wall's page hands down to its parts. */
export function useSetting(): WallSetting {
  const setting = inject(SETTING)
  if (!setting) throw new Error('WallPage.vue provides the setting')
  return setting
}

export function provideSetting(): WallSetting {
  const { lang } = useText()
  const params = readParams(location.search)
  const size = shallowRef({ width: innerWidth, height: innerHeight })
  const resized = (): void => {
    size.value = { width: innerWidth, height: innerHeight }
  }
  addEventListener('resize', resized)
  onScopeDispose(() => removeEventListener('resize', resized))

  const layout = computed(() => layoutOf(size.value.width, size.value.height, lang.value, params))
  const root = document.documentElement
  root.dataset.theme = params.theme
  watchEffect(() => {
    root.style.setProperty('--wall-unit', `${layout.value.unit}px`)
    root.dataset.shape = layout.value.shape
    root.dataset.density = layout.value.density
    root.dataset.lang = lang.value
    root.toggleAttribute('data-narrow', layout.value.narrow)
  })

  const board = useBoard()
  const nameless = computed(() => params.privacy || board.board?.public === true)
  const setting = { params, layout, nameless }
  provide(SETTING, setting)
  return setting
}
