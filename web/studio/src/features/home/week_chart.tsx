/** The bars of a week: all conversations, and those in hurt among them. */

import { useCallback } from 'react'

import type { components } from '../../../../shared/api.generated'
import { Chart, type Paint } from '../../charts/chart'
import { weekday } from '../../words/times'
import { useWords } from '../../words/words'

export default function WeekChart({ days }: { days: components['schemas']['DayFelt'][] }) {
  const { words, language } = useWords()
  const option = useCallback(
    (paint: Paint) => {
      const bars = (name: string, values: number[], colour: string) => ({
        name,
        type: 'bar' as const,
        stack: 'all',
        // A bar of nothing would still draw its edge.
        data: values.map((value) => value || null),
        barMaxWidth: 38,
        itemStyle: { color: colour, borderRadius: 4, borderColor: paint('card'), borderWidth: 1 },
      })
      return {
        grid: { left: 0, right: 0, top: 36, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        legend: { right: 0, top: 0, icon: 'circle', itemWidth: 9, itemHeight: 9, textStyle: { color: paint('soft') } },
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'none' },
          backgroundColor: paint('card'),
          borderColor: paint('line'),
          textStyle: { color: paint('ink') },
        },
        xAxis: {
          type: 'category',
          data: days.map((each) => weekday(new Date(each.begins), language)),
          axisTick: { show: false },
          axisLine: { lineStyle: { color: paint('line') } },
          axisLabel: { color: paint('soft') },
        },
        yAxis: {
          type: 'value',
          minInterval: 1,
          axisLabel: { color: paint('soft') },
          splitLine: { lineStyle: { color: paint('line') } },
        },
        series: [
          bars(words.home.hurtOnes, days.map((each) => each.hurt), paint('against')),
          bars(words.home.otherOnes, days.map((each) => each.conversations - each.hurt), paint('content')),
        ],
      }
    },
    [days, words, language],
  )
  return <Chart height={220} option={option} />
}
