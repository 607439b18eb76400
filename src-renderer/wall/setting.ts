/**
 * Keeps the wall's layout in step with the window, and writes the unit where the styles read it.
 */
import { computed, onScopeDispose, provide, shallowRef, watchEffect } from 'vue'
import { useText } from '../i18n/index.ts'
import { SETTING } from './keys.ts'
import type { WallSetting } from './keys.ts'
import { layoutOf } from './layout.ts'
import { readParams } from './params.ts'

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

  const setting = { params, layout }
  provide(SETTING, setting)
  return setting
}
