import { type Static, Type } from 'typebox';

/** What went wrong, in the form of RFC 9457. `type` is stable; `title` and `detail` are for people. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'A stable code, such as `work-unknown`.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    field: Type.Optional(Type.String({ description: 'Which part of the request it is about.' })),
    expected: Type.Optional(Type.String({ description: 'What was expected there.' })),
  },
  { $id: 'Problem' },
);

export type Problem = Static<typeof Problem>;
