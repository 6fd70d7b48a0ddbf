/** A few views of which one is seen. */

interface Given<Value extends string> {
  label: string
  value: Value
  tabs: readonly (readonly [Value, string])[]
  choose: (value: Value) => void
}

export function Tabs<Value extends string>({ label, value, tabs, choose }: Given<Value>) {
  return (
    <div className="tabs" role="group" aria-label={label}>
      {tabs.map(([name, words]) => (
        <button key={name} type="button" aria-pressed={name === value} onClick={() => choose(name)}>
          {words}
        </button>
      ))}
    </div>
  )
}
