/** The floor plan of a made-up floor, as the station answers with it. */
import type { FloorPlanRead } from '#shared/contract/places.ts'
import { readDrawing } from '#shared/domain/floor-plan/drawing.ts'
import { spotsOn } from '#shared/domain/floor-plan/spots.ts'
import type { RegisteredPlace } from '#shared/domain/places/place.ts'

const place = (id: string, name: string, within?: string): RegisteredPlace => ({
  ...{ id, name, size: null, kind: within ? 'room' : 'floor', aliases: [] },
  ...(within ? { within } : {}),
})
export const REGISTER = [
  place('f2', '二楼'),
  place('machines', '机房', 'f2'),
  place('meeting', '会议室', 'f2'),
  place('rack', '机柜间', 'machines'),
]
export const FLOOR_SVG = `<svg viewBox="0 0 400 200">
<path id="wall" d="M0 0H400V200H0Z"/>
<rect id="机房" x="10" y="10" width="150" height="80"/>
<rect id="会议室" x="200" y="10" width="150" height="80"/>
<rect id="王经理办公室" x="10" y="110" width="100" height="80"/>
<g class="exit"><rect x="380" y="150" width="20" height="30"/></g>
<circle id="extinguisher-1" cx="180" cy="180" r="5"/>
</svg>`

const drawing = readDrawing(FLOOR_SVG)!.drawing
const { spots, signs, unmatched } = spotsOn(drawing, REGISTER)
export const FLOOR: FloorPlanRead = {
  ...{ placeId: 'f2', name: '二楼', at: 1, box: drawing.box, spots, signs },
  shapes: drawing.shapes.map(({ tag, attributes, matrix }) => ({ tag, attributes, matrix })),
}
export const UNMATCHED = unmatched
