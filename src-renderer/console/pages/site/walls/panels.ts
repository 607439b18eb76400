/** Usual panels as they are chosen from a list, and the picture that a form means. */
import type { Panel } from '#shared/domain/walls/calibration.ts'
import { PANEL_INCHES, panelOf, type PanelShape } from '#shared/domain/walls/panels.ts'
import { positive } from '../wall-link.ts'

export type Preset = { id: string; inches: number; shape: PanelShape; panel: Panel }

export const PRESETS: Readonly<Record<PanelShape, readonly Preset[]>> = {
  lying: presetsOf('lying'),
  upright: presetsOf('upright'),
  bar: presetsOf('bar'),
}

function presetsOf(shape: PanelShape): Preset[] {
  return PANEL_INCHES[shape].map((inches) => ({
    ...{ id: `${shape}-${inches}`, inches, shape },
    panel: panelOf(inches, shape),
  }))
}

const ALL = Object.values(PRESETS).flat()
export const presetBy = (id: string): Preset | null => ALL.find((each) => each.id === id) ?? null

/** The usual panel that is meant; null: a measured one. Without a height it lies. */
export const presetOf = (width: number, height: number | null): Preset | null =>
  ALL.find(
    ({ panel, shape }) =>
      panel.width === width && (height === null ? shape === 'lying' : panel.height === height),
  ) ?? null

/** What a screen says of itself, `1920x1080@1`: height to width; null: nothing that can be read. */
export function ratioOf(size: string): number | null {
  const [, width, height] = /^(\d+)x(\d+)/.exec(size) ?? []
  const ratio = Number(height) / Number(width)
  return ratio > 0 && Number.isFinite(ratio) ? ratio : null
}

/**
 * The picture that the fields mean, mm; null: no width yet. `ratio`: height to width of its screen;
 * where nobody knows it, it lies and is 16:9.
 */
export function panelIn(
  { width, height }: { width: string; height: string },
  ratio: number | null,
): Panel | null {
  const [across, down] = [positive(width), positive(height)]
  return across === null ? null : { width: across, height: down ?? across * (ratio ?? 9 / 16) }
}
