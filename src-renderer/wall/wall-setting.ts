/**
 * Keeps the wall's layout in step with the window, and writes the unit where the styles read it.
 */
import { computed, inject, onScopeDispose, provide, shallowRef, watchEffect } from 'vue'
import type { ComputedRef, InjectionKey, Ref } from 'vue'
import { useBoard } from '../stores/board.ts'
import { useText } from '../i18n/index.ts'
import { useDim } from './brightness.ts'
import { layoutOf, type Layout } from './layout.ts'
import { useNamedWall, type WallJob } from './named-wall.ts'
import { readParams } from './params.ts'
import { useStill } from './still.ts'

/**
 * `nameless`: a public hall, by its session, its name or its address: place and kind, no names.
 * `job`: what it is there for.
 */
export type WallSetting = {
  job: WallJob
  layout: ComputedRef<Layout>
  striped: ComputedRef<boolean> // the strip of cells stands there
  nameless: ComputedRef<boolean>
  dim: Readonly<Ref<boolean>> // it is night, and nothing calls for light
  still: ComputedRef<boolean> // nothing blinks
}

const SETTING: InjectionKey<WallSetting> = Symbol('wall setting')

/** What the wall's page hands down to its parts. */
export function useSetting(): WallSetting {
  const setting = inject(SETTING)
  if (!setting) throw new Error('WallPage.vue provides the setting')
  return setting
}

/** `hasStrip`: whether its incidents have their strip, by a layout without one. */
export function provideSetting(hasStrip: (layout: Layout) => boolean = () => false): WallSetting {
  const { lang } = useText()
  const job = useNamedWall(readParams(location.search))
  const { params } = job
  const size = shallowRef({ width: innerWidth, height: innerHeight })
  const resized = (): void => {
    size.value = { width: innerWidth, height: innerHeight }
  }
  addEventListener('resize', resized)
  onScopeDispose(() => removeEventListener('resize', resized))

  const layoutIn = (striped: boolean): Layout =>
    layoutOf(size.value.width, size.value.height, lang.value, params.value, striped)
  const plain = computed(() => layoutIn(false))
  const striped = computed(() => job.view.value === 'incidents' && hasStrip(plain.value))
  const layout = computed(() => (striped.value ? layoutIn(true) : plain.value))
  const dim = useDim(job)
  const still = useStill(job)
  const root = document.documentElement
  watchEffect(() => {
    root.dataset.theme = params.value.theme
    root.dataset.light = dim.value ? 'night' : 'day'
    root.dataset.motion = still.value ? 'still' : 'moving'
    root.style.setProperty('--wall-unit', `${layout.value.unit}px`)
    root.dataset.shape = layout.value.shape
    root.dataset.density = layout.value.density
    root.dataset.lang = lang.value
    root.toggleAttribute('data-narrow', layout.value.narrow)
    const { side, columns } = layout.value.strip
    root.toggleAttribute('data-lean', layout.value.lean !== 'none')
    root.dataset.strip = !striped.value ? 'none' : side ? 'side' : 'across'
    root.style.setProperty('--strip-columns', String(columns))
    root.style.setProperty('--strip-width', `calc(${layout.value.strip.width} * var(--u))`)
  })

  const board = useBoard()
  const nameless = computed(() => params.value.privacy || board.board?.public === true)
  const setting = { job, layout, striped, nameless, dim, still }
  provide(SETTING, setting)
  return setting
}
