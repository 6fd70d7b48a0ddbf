/** A map of who takes whose examples: rows are the examples' own intents, columns what they were read as. */

import { HeatmapChart } from 'echarts/charts'
import { VisualMapComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'

import { Chart, type Paint } from '../../charts/chart'
import { useOwnWords } from '../../words/words'
import type { Check } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

use([HeatmapChart, VisualMapComponent])
const ROW = 30
const NAME = 132

/** The intents that have anything to do with another, in the order of the worst. */
export function involved(check: Check, most: number): string[] {
  return [...new Set(check.overlaps.flatMap((each) => [each.one, each.two]))].slice(0, most)
}

export default function OverlapMap({ check, titled, most }: { check: Check; titled: (name: string) => string; most: number }) {
  const own = useOwnWords({ ko, en })
  const names = involved(check, most)
  const option = useCallback(
    (paint: Paint) => {
      const shown = involved(check, most)
      const at = new Map(shown.map((name, n) => [name, n]))
      const highest = Math.max(1, ...check.overlaps.flatMap((each) => [each.taken, each.given]))
      // On the strongest cells the ink of the page cannot be read.
      const cell = (x: number, y: number, n: number) => ({ value: [x, y, n], label: { color: paint(n > highest / 2 ? 'card' : 'ink') } })
      const cells = check.overlaps.flatMap(({ one, two, taken, given }) => {
        const [a, b] = [at.get(one), at.get(two)]
        if (a === undefined || b === undefined) return []
        return [
          ...(taken ? [cell(a, b, taken)] : []),
          ...(given ? [cell(b, a, given)] : []),
        ]
      })
      const label = { color: paint('soft'), width: NAME - 12, overflow: 'truncate', fontSize: 12 }
      return {
        grid: { left: NAME, right: 8, top: 8, bottom: 108 },
        tooltip: {
          backgroundColor: paint('card'),
          borderColor: paint('line'),
          textStyle: { color: paint('ink') },
          confine: true,
          formatter: (seen: { value: [number, number, number] }) =>
            own.mapCell(titled(shown[seen.value[1]] ?? ''), titled(shown[seen.value[0]] ?? ''), seen.value[2]),
        },
        visualMap: { show: false, min: 0, max: highest, inRange: { color: [paint('worried-soft'), paint('worried')] } },
        xAxis: {
          type: 'category',
          data: shown.map(titled),
          axisLabel: { ...label, rotate: 45, interval: 0, width: 116 },
          axisLine: { show: false },
          axisTick: { show: false },
          splitArea: { show: false },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: shown.map(titled),
          axisLabel: { ...label, interval: 0 },
          axisLine: { show: false },
          axisTick: { show: false },
        },
        series: [
          {
            type: 'heatmap',
            data: [...shown.map((_, n) => ({ value: [n, n, 0], itemStyle: { color: paint('chip') }, label: { show: false } })), ...cells],
            label: { show: true, fontWeight: 600 },
            itemStyle: { borderColor: paint('card'), borderWidth: 2, borderRadius: 4 },
          },
        ],
      }
    },
    [check, most, own, titled],
  )
  return <Chart height={names.length * ROW + 124} option={option} />
}
