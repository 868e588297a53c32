import { makeStyles, Textarea } from '@fluentui/react-components'
import { useLayoutEffect, useRef } from 'react'
import type { ControlProps } from './control.ts'
import { useTyped } from './useTyped.ts'

const useStyles = makeStyles({
  root: { width: '100%' },
  area: { maxHeight: 'none', minHeight: '64px', overflow: 'hidden' },
})

/** Grows with its text: a person sees all that they wrote. */
export const LongTextControl = (props: ControlProps<'longText'>) => {
  const styles = useStyles()
  const area = useRef<HTMLTextAreaElement>(null)
  const { text, change, leave } = useTyped(props)
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [text])
  return (
    <Textarea
      className={styles.root}
      textarea={{ ref: area, className: styles.area }}
      value={text}
      readOnly={props.readOnly}
      onChange={(_, { value }) => change(value)}
      onBlur={leave}
    />
  )
}
