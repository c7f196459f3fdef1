/** An event that cannot be planned in full, as a line of text. */
export interface BadInput {
  readonly what: string
  readonly line: string
  /** Code and path of an issue that refuses it; left out where it may be planned without the bad part. */
  readonly refusedBy?: readonly [code: string, path: string]
}

const MEGABYTE = 'a'.repeat(1_000_000)

/** `{"a":{"a":…}}`, so many levels. */
const nestedObject = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
/** `[[[…]]]`, so many levels. */
const nestedList = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

const PLAIN: readonly BadInput[] = [
  { what: 'no JSON', line: 'nope', refusedBy: ['NOT_JSON', ''] },
  { what: 'JSON that is cut off', line: '{"type":"track"', refusedBy: ['NOT_JSON', ''] },
  { what: 'two events on a line', line: '{"type":"track"}{"type":"track"}', refusedBy: ['NOT_JSON', ''] },
  { what: 'null', line: 'null', refusedBy: ['NOT_USABLE', ''] },
  { what: 'a list', line: '[{"type":"track"}]', refusedBy: ['NOT_USABLE', ''] },
  { what: 'a text', line: '"track"', refusedBy: ['NOT_USABLE', ''] },
  { what: 'no type', line: '{"userId":"u"}', refusedBy: ['REQUIRED', 'type'] },
  { what: 'a type that is no text', line: '{"type":["track"],"userId":"u"}', refusedBy: ['NOT_USABLE', 'type'] },
  { what: 'an unknown type', line: '{"type":"purchase","userId":"u"}', refusedBy: ['TYPE_NOT_SUPPORTED', 'type'] },
  { what: 'no identifier', line: '{"type":"track","event":"E"}', refusedBy: ['NO_IDENTIFIER', ''] },
  {
    what: 'no identifier that is usable',
    line: '{"type":"identify","userId":{},"traits":{"email":7}}',
    refusedBy: ['NO_IDENTIFIER', ''],
  },
  { what: 'no event name', line: '{"type":"track","userId":"u"}', refusedBy: ['REQUIRED', 'event'] },
  { what: 'no screen name', line: '{"type":"screen","userId":"u"}', refusedBy: ['REQUIRED', 'name'] },
  {
    what: 'no groupId',
    line: '{"type":"group","userId":"u","traits":{"subscribe":true,"consent":["email"],"email":"a@example.com"}}',
    refusedBy: ['REQUIRED', 'groupId'],
  },
]

/** Values of every wrong kind at every place that a mapping reads. */
const WRONG_TYPES: readonly BadInput[] = ['7', '"x"', 'true', 'null', '[]', '[[1]]', '{}', '{"a":[{}]}'].flatMap(
  (value) => [
    ...['traits', 'context', 'properties', 'timestamp', 'messageId', 'integrations', 'originalTimestamp'].map(
      (place) => ({
        what: `${value} for ${place}`,
        line: `{"type":"track","event":"E","userId":"u","${place}":${value}}`,
      }),
    ),
    ...['email', 'phone', 'address', 'properties', 'firstName', 'birthday'].map((place) => ({
      what: `${value} for traits.${place}`,
      line: `{"type":"identify","userId":"u","traits":{"${place}":${value}}}`,
    })),
    ...['traits', 'externalId', 'location', 'ip', 'device'].map((place) => ({
      what: `${value} for context.${place}`,
      line: `{"type":"identify","userId":"u","context":{"${place}":${value}}}`,
    })),
    ...['city', 'timezone', 'latitude'].map((place) => ({
      what: `${value} for traits.address.${place}`,
      line: `{"type":"identify","userId":"u","traits":{"address":{"${place}":${value}}}}`,
    })),
    {
      what: `${value} for an externalId`,
      line: `{"type":"identify","userId":"u","context":{"externalId":[${value}]}}`,
    },
    {
      what: `${value} for consent`,
      line: `{"type":"group","groupId":"G","traits":{"email":"a@example.com","subscribe":true,"consent":${value}}}`,
    },
  ],
)

const LARGE: readonly BadInput[] = [
  { what: '1 MB of type', line: `{"type":"${MEGABYTE}","userId":"u"}`, refusedBy: ['TYPE_NOT_SUPPORTED', 'type'] },
  {
    what: '1 MB of event name',
    line: `{"type":"track","userId":"u","event":"${MEGABYTE}"}`,
    refusedBy: ['TOO_LONG', 'event'],
  },
  { what: '1 MB of userId', line: `{"type":"identify","userId":"${MEGABYTE}"}` },
  { what: '1 MB of email', line: `{"type":"identify","userId":"u","traits":{"email":"${MEGABYTE}@example.com"}}` },
  { what: '1 MB of phone', line: `{"type":"identify","userId":"u","traits":{"phone":"${'1'.repeat(1_000_000)}"}}` },
  { what: '1 MB of timestamp', line: `{"type":"track","event":"E","userId":"u","timestamp":"${MEGABYTE}"}` },
  { what: '1 MB of messageId', line: `{"type":"track","event":"E","userId":"u","messageId":"${MEGABYTE}"}` },
  { what: '1 MB in a trait', line: `{"type":"identify","userId":"u","traits":{"note":"${MEGABYTE}"}}` },
  { what: '1 MB of a key', line: `{"type":"track","event":"E","userId":"u","properties":{"${MEGABYTE}":1}}` },
]

const NESTED: readonly BadInput[] = [200, 20_000].flatMap((depth) =>
  [nestedObject(depth), nestedList(depth)].flatMap((value, index) => {
    const kind = `${depth} ${index === 0 ? 'objects' : 'lists'}`
    const tooDeep =
      depth > 500 ? (path: string): Pick<BadInput, 'refusedBy'> => ({ refusedBy: ['TOO_LONG', path] }) : () => ({})
    return [
      { what: `${kind} deep, alone`, line: value, refusedBy: index === 0 ? ['REQUIRED', 'type'] : ['NOT_USABLE', ''] },
      {
        what: `${kind} deep in properties`,
        line: `{"type":"track","event":"E","userId":"u","properties":{"x":${value}}}`,
        ...tooDeep('properties'),
      },
      {
        what: `${kind} deep in traits`,
        line: `{"type":"identify","userId":"u","traits":{"x":${value}}}`,
        ...tooDeep('traits'),
      },
      { what: `${kind} deep in context`, line: `{"type":"identify","userId":"u","context":${value}}` },
      {
        what: `${kind} deep in userId`,
        line: `{"type":"identify","userId":${value}}`,
        refusedBy: ['NO_IDENTIFIER', ''],
      },
      { what: `${kind} deep in type`, line: `{"type":${value}}`, refusedBy: ['NOT_USABLE', 'type'] },
    ] satisfies readonly BadInput[]
  }),
)

const POLLUTING: readonly BadInput[] = [
  {
    what: '__proto__ with the event in it',
    line: '{"__proto__":{"type":"track","event":"E","userId":"u"}}',
    refusedBy: ['REQUIRED', 'type'],
  },
  {
    what: '__proto__ with the identifier in it',
    line: '{"type":"identify","__proto__":{"userId":"u"},"traits":{"__proto__":{"email":"a@example.com"}}}',
    refusedBy: ['NO_IDENTIFIER', ''],
  },
  {
    what: '__proto__ and constructor in traits',
    line: '{"type":"identify","userId":"u","traits":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
  },
  {
    what: 'names of Object.prototype in properties',
    line: '{"type":"track","event":"E","userId":"u","properties":{"toString":1,"hasOwnProperty":2,"valueOf":3,"__defineGetter__":4}}',
  },
  {
    what: '__proto__ deep in properties',
    line: '{"type":"track","event":"E","userId":"u","properties":{"a":[{"__proto__":{"polluted":1}}]}}',
  },
  {
    what: 'toJSON in properties',
    line: '{"type":"track","event":"E","userId":"u","properties":{"toJSON":"x","then":"y"}}',
  },
  { what: 'the type __proto__', line: '{"type":"__proto__","userId":"u"}', refusedBy: ['TYPE_NOT_SUPPORTED', 'type'] },
  {
    what: 'the type constructor',
    line: '{"type":"constructor","userId":"u"}',
    refusedBy: ['TYPE_NOT_SUPPORTED', 'type'],
  },
]

/** Every kind of input that must neither crash nor hang what reads it. */
export const BAD_INPUTS: readonly BadInput[] = [...PLAIN, ...WRONG_TYPES, ...LARGE, ...NESTED, ...POLLUTING]
