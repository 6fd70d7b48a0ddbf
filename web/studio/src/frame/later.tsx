/** A page that comes when it is first opened. Away from the server it says so, and comes by itself once that is back. */

import { useQuery } from '@tanstack/react-query'
import { lazyRouteComponent } from '@tanstack/react-router'
import { type ComponentType, createElement } from 'react'

import { Failed } from './states'

type Load<Name extends string> = () => Promise<Record<Name, ComponentType>>

/** How often the server is asked again, in milliseconds. */
const AGAIN = 2_000

export function later<Name extends string>(load: Load<Name>, name: Name) {
  const found = async (): Promise<Record<Name, ComponentType>> => {
    try {
      return await load()
    } catch (problem) {
      // With a server there the page itself has gone, as after an upgrade: the router then opens the studio anew.
      if (await answers()) throw problem
      const away: ComponentType = () => <Away load={load} name={name} />
      return { [name]: away } as Record<Name, ComponentType>
    }
  }
  return lazyRouteComponent(found, name)
}

function Away<Name extends string>({ load, name }: { load: Load<Name>; name: Name }) {
  const page = useQuery({
    queryKey: ['page', name],
    queryFn: async () => {
      try {
        return (await load())[name]
      } catch (problem) {
        // Some browsers never ask again for what they could not get once.
        if (await answers()) window.location.reload()
        throw problem
      }
    },
    retry: false,
    refetchInterval: (query) => (query.state.data ? false : AGAIN),
    staleTime: Infinity,
    networkMode: 'always',
    structuralSharing: false,
  })
  return page.data ? createElement(page.data) : <Failed problem={page.error} again={() => void page.refetch()} />
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch('/health', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
