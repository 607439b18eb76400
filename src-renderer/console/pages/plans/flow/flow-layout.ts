/**
 * Lays out the flow of a plan, in px: words and measures become shapes. Stages are columns, each
 * answer is a track that runs to the right from its question, steps hang on their track in the
 * column of their stage.
 */
import type { Stage, Step } from '#shared/domain/plan/plan.ts'
import { STAGES } from '#shared/domain/plan/plan.ts'
import type { Branch, Fork, Gate } from './branches.ts'
import { linesOf, widthOf } from './text-fit.ts'

/**
 * What the drawing says: a step in a line or two, a gate, an answer; and the word for what always
 * applies.
 */
export type Sayings = {
  step: (step: Step) => readonly string[]
  gate: (gate: Gate) => string
  answer: (answer: Fork['ways'][number]['answer']) => string
  always: string
}

export type Box = {
  step: Step
  x: number
  y: number
  width: number
  height: number
  lines: readonly string[]
}
export type Words = { x: number; y: number; lines: readonly string[]; quiet: boolean }
export type Diamond = { x: number; y: number; kind: Gate['kind'] }
/**
 * track: from an answer to its steps · order: from a step to the one that waits for it · end: an
 * answer without steps of its own.
 */
export type Line = { kind: 'track' | 'order' | 'end'; d: string; arrow: boolean }
export type Flow = {
  width: number
  height: number
  top: number // top: where the columns begin, under their heads
  columns: readonly { stage: Stage; x: number; width: number; count: number }[]
  boxes: readonly Box[]
  words: readonly Words[]
  diamonds: readonly Diamond[]
  lines: readonly Line[]
}

export const SIZE = 14
export const LINE = 20
const HEAD = 36
// questions and answers: as wide as their words, within these
const LEFT = { least: 150, most: 318 }
const GUTTER = 26
const PAD = 9
const INDENT = 30
const DIAMOND = 9
const GAP = { box: 8, lane: 14, fork: 22 }

type Drawn = { boxes: Box[]; words: Words[]; diamonds: Diamond[]; lines: Line[] }

/** How much room the questions and answers of a branch would take on one line each, px. */
const widest = (branch: Branch, depth: number, say: Sayings): number =>
  Math.max(
    0,
    ...branch.forks.flatMap(({ gate, ways }) => {
      const before = depth * INDENT + 3 * DIAMOND
      return [
        before + widthOf(say.gate(gate), SIZE) + DIAMOND,
        ...ways.flatMap((way) => [
          before + widthOf(say.answer(way.answer), SIZE) + 24,
          widest(way.branch, depth + 1, say),
        ]),
      ]
    }),
  )

/** @param least the narrowest a box may be, px; a longer short title makes all of them wider. */
export function layFlow(root: Branch, steps: readonly Step[], say: Sayings, least: number): Flow {
  const left = Math.min(LEFT.most, Math.max(LEFT.least, Math.ceil(widest(root, 0, say))))
  const stages = STAGES.filter((stage) => steps.some((step) => step.stage === stage))
  const boxWidth = Math.max(
    least,
    ...steps
      .map((step) => Math.ceil(Math.max(...say.step(step).map((line) => widthOf(line, SIZE)))))
      .map((width) => width + 2 * PAD),
  )
  const columns = stages.map((stage, index) => ({
    stage,
    x: left + GUTTER + index * (boxWidth + GUTTER),
    width: boxWidth,
    count: steps.filter((step) => step.stage === stage).length,
  }))
  const columnOf = (step: Step): number => stages.indexOf(step.stage)
  const heightOf = (step: Step): number => say.step(step).length * LINE + PAD
  const drawn: Drawn = { boxes: [], words: [], diamonds: [], lines: [] }

  /**
   * Steps of one track, its middle at `y`. `from` is where the track begins. Returns the lower
   * edge.
   */
  function track(trackSteps: readonly Step[], y: number, from: number): number {
    const last = Math.max(...trackSteps.map(columnOf))
    const end = columns[last]?.x ?? from
    drawn.lines.push({ kind: 'track', d: `M${from} ${y}H${end}`, arrow: true })
    let low = y
    for (const [index, { x, width }] of columns.entries()) {
      let top = y
      for (const [nth, step] of trackSteps
        .filter((candidate) => columnOf(candidate) === index)
        .entries()) {
        const height = heightOf(step)
        if (nth === 0) top = y - height / 2
        const middle = top + height / 2
        if (nth > 0)
          drawn.lines.push({ kind: 'track', d: `M${x - 12} ${y}V${middle}H${x}`, arrow: true })
        else if (index < last)
          drawn.lines.push({ kind: 'track', d: `M${x - 12} ${y}H${x}`, arrow: true })
        drawn.boxes.push({ step, x, y: top, width, height, lines: say.step(step) })
        top += height + GAP.box
        low = Math.max(low, top - GAP.box)
      }
    }
    return low
  }

  /**
   * Half of the height of the first row of a track, so that its middle can be found from its upper
   * edge.
   */
  const half = (trackSteps: readonly Step[], lines: number): number => {
    const firsts = columns
      .flatMap((_column, index) => trackSteps.find((step) => columnOf(step) === index) ?? [])
      .map(heightOf)
    return Math.max(lines * LINE, ...firsts) / 2
  }

  function forks(all: readonly Fork[], depth: number, from: number): number {
    let top = from
    for (const fork of all) {
      const x = depth * INDENT + DIAMOND
      const gateLines = linesOf(say.gate(fork.gate), left - x - 2 * DIAMOND, SIZE)
      top += GAP.fork
      const middle = top + LINE / 2
      drawn.diamonds.push({ x, y: middle, kind: fork.gate.kind })
      drawn.words.push({ x: x + DIAMOND + 8, y: middle, lines: gateLines, quiet: false })
      let low = top + gateLines.length * LINE
      let down = middle + DIAMOND
      for (const way of fork.ways) {
        const start = x + DIAMOND + 8
        const lines = linesOf(say.answer(way.answer), left - start - 12, SIZE)
        const { steps } = way.branch
        const upper = half(steps, lines.length)
        const y = low + GAP.lane / 2 + upper
        drawn.lines.push({ kind: 'track', d: `M${x} ${down}V${y}H${start - 4}`, arrow: false })
        drawn.words.push({
          x: start,
          y: y - ((lines.length - 1) * LINE) / 2,
          lines,
          quiet: !way.leads,
        })
        const after = start + widthOf(lines[0] ?? '', SIZE) + 8
        const ends = start + Math.max(...lines.map((line) => widthOf(line, SIZE))) + 8
        low = steps.length > 0 ? Math.max(track(steps, y, ends), y + upper) : y + upper
        if (!way.leads)
          drawn.lines.push({ kind: 'end', d: `M${after} ${y}h16m0 -5v10`, arrow: false })
        down = y
        if (way.branch.forks.length > 0)
          low = forks(way.branch.forks, depth + 1, low - GAP.fork / 2)
      }
      top = low
    }
    return top
  }

  let low = HEAD
  if (root.steps.length > 0) {
    const y = HEAD + GAP.lane + half(root.steps, 1)
    drawn.words.push({ x: 0, y, lines: [say.always], quiet: false })
    low = track(root.steps, y, widthOf(say.always, SIZE) + 8)
  }
  low = forks(root.forks, 0, low)
  drawn.lines.push(...orderLines(drawn.boxes))
  return {
    width: left + GUTTER + columns.length * (boxWidth + GUTTER),
    height: low + GAP.fork,
    top: HEAD,
    columns,
    ...drawn,
  }
}

/**
 * From each step to those that wait for it. It runs along the track of the other, or its own,
 * whichever has no box in between; a line that went behind a box would seem to lead into it.
 */
function orderLines(boxes: readonly Box[]): readonly Line[] {
  const at = new Map(boxes.map((box) => [box.step.id, box]))
  const sources = [...new Set(boxes.flatMap(({ step }) => step.after))]
  const free = (y: number, from: number, to: number): boolean =>
    !boxes.some(
      (box) => box.x < to && box.x + box.width > from && box.y <= y && box.y + box.height >= y,
    )
  return boxes.flatMap((target) =>
    target.step.after.flatMap((id): readonly Line[] => {
      const source = at.get(id)
      if (!source) return []
      const [y, to] = [source.y + source.height / 2, target.y + target.height / 2]
      const right = source.x + source.width
      const aside = (sources.indexOf(id) % 3) * 3
      const out = right + 5 + aside
      if (target.x <= source.x)
        return [
          {
            kind: 'order',
            d: `M${right} ${y}H${out}V${to}H${target.x + target.width}`,
            arrow: true,
          },
        ]
      const before = target.x - 19 + aside
      if (free(to, right + 1, target.x - 1))
        return [{ kind: 'order', d: `M${right} ${y}H${out}V${to}H${target.x}`, arrow: true }]
      const run = free(y, right + 1, target.x - 1) ? y : source.y + source.height + GAP.box / 2
      return [
        {
          kind: 'order',
          d: `M${right} ${y}H${out}V${run}H${before}V${to}H${target.x}`,
          arrow: true,
        },
      ]
    }),
  )
}
