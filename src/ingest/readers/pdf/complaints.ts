/** What pdf.js says where it leaves out what it cannot read, and goes on: of a page's program, and of what is packed. */
const LEFT_OUT = /getTextContent - ignoring errors|flate stream/i;

export interface Heard<Value> {
  readonly value: Value;
  /** Whether something was left out meanwhile. */
  readonly isPartial: boolean;
}

/** Listens to the library's complaints, which it has for the console alone: this thread's goes nowhere. */
export async function listening<Value>(read: () => Promise<Value>): Promise<Heard<Value>> {
  const { warn, info } = console;
  let isPartial = false;
  const hear = (message: unknown) => {
    isPartial ||= typeof message === 'string' && LEFT_OUT.test(message);
  };
  console.warn = hear;
  console.info = hear;
  try {
    return { value: await read(), isPartial };
  } finally {
    console.warn = warn;
    console.info = info;
  }
}
