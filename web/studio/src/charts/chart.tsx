/** A chart in the colours of the page, redrawn when the page turns dark or changes its width. Only lazy files import it. */

import { useComputedColorScheme } from '@mantine/core'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

export type Paint = (name: 'ink' | 'soft' | 'line' | 'card' | 'accent' | 'against' | 'worried' | 'content' | 'other' | 'chip' | 'worried-soft') => string

export function Chart({ height, option }: { height: number; option: (paint: Paint) => EChartsCoreOption }) {
  const place = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme()
  useEffect(() => {
    const element = place.current
    if (!element) return
    const chart = init(element, null, { renderer: 'svg' })
    const style = getComputedStyle(document.documentElement)
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    chart.setOption({
      animation: !still,
      animationDuration: 300,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      ...option((name) => style.getPropertyValue(`--${name}`).trim()),
    })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [option, scheme])
  return <div ref={place} style={{ height, width: '100%' }} />
}
