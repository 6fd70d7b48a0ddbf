/** The curve of the mood over a customer's messages, with its turning points. */

import { useCallback } from 'react'

import type { components } from '../../../../shared/api.generated'
import { Chart, type Paint } from '../../charts/chart'
import { useWords } from '../../words/words'

export default function CourseChart({ transcript }: { transcript: components['schemas']['Transcript'] }) {
  const { words } = useWords()
  const option = useCallback(
    (paint: Paint) => {
      const turns = new Set(transcript.turning_points.map((each) => each.message))
      return {
        grid: { left: 6, right: 6, top: 12, bottom: 6 },
        tooltip: {
          trigger: 'axis',
          backgroundColor: paint('card'),
          borderColor: paint('line'),
          textStyle: { color: paint('ink') },
          confine: true,
          formatter: (seen: { dataIndex: number }[]) => {
            const n = seen[0]?.dataIndex ?? 0
            const point = transcript.mood[n]
            return point ? words.read.point(n + 1, words.emotion[point.emotion]) : ''
          },
        },
        xAxis: { type: 'category', data: transcript.mood.map((_, n) => n + 1), show: false, boundaryGap: transcript.mood.length < 2 },
        yAxis: {
          type: 'value',
          min: -1,
          max: 1,
          interval: 1,
          axisLabel: { show: false },
          splitLine: { lineStyle: { color: paint('line') } },
        },
        series: [
          {
            type: 'line',
            smooth: 0.35,
            lineStyle: { color: paint('soft'), width: 2.5 },
            data: transcript.mood.map((each) => ({
              value: each.level,
              symbol: 'circle',
              symbolSize: turns.has(each.message) ? 15 : 9,
              itemStyle: { color: paint(each.group), borderColor: paint('card'), borderWidth: 2 },
            })),
          },
        ],
      }
    },
    [transcript, words],
  )
  return <Chart height={190} option={option} />
}
