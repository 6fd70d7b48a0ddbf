/** The curve of what a made-up customer felt from message to message: anger and worry. */

import { useCallback } from 'react'

import { Chart, type Paint } from '../../charts/chart'
import { useOwnWords } from '../../words/words'
import type { Whole } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

export default function FeelingsChart({ lines }: { lines: Whole['result']['lines'] }) {
  const own = useOwnWords({ ko, en })
  const option = useCallback(
    (paint: Paint) => {
      const felt = lines.filter((each) => each.by === 'customer')
      const one = (name: string, colour: string, values: number[], dashed: boolean) => ({
        name,
        type: 'line',
        smooth: 0.3,
        symbolSize: 7,
        color: colour,
        lineStyle: { color: colour, width: 2.5, type: dashed ? 'dashed' : 'solid' },
        data: values,
      })
      return {
        grid: { left: 6, right: 6, top: 34, bottom: 6 },
        legend: { top: 0, right: 0, textStyle: { color: paint('ink') } },
        tooltip: {
          trigger: 'axis',
          backgroundColor: paint('card'),
          borderColor: paint('line'),
          textStyle: { color: paint('ink') },
          confine: true,
          formatter: (seen: { dataIndex: number }[]) => {
            const n = seen[0]?.dataIndex ?? 0
            const at = felt[n]
            return at ? own.talk.point(n + 1, own.percent(at.anger), own.percent(at.worry)) : ''
          },
        },
        xAxis: { type: 'category', data: felt.map((_, n) => n + 1), show: false, boundaryGap: felt.length < 2 },
        yAxis: { type: 'value', min: 0, max: 1, interval: 0.5, axisLabel: { show: false }, splitLine: { lineStyle: { color: paint('line') } } },
        series: [
          one(own.talk.anger, paint('against'), felt.map((each) => each.anger), false),
          one(own.talk.worry, paint('worried'), felt.map((each) => each.worry), true),
        ],
      }
    },
    [lines, own],
  )
  return <Chart height={170} option={option} />
}
