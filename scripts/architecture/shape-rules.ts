import { posix } from 'node:path';
import { isGenerated, type Rule } from './codebase.ts';

const LINES_MAX = 400;
const DRAWERS = /^(common|shared|utils?|helpers?|misc|lib)$/;

/** A file that grows past this has become two things. */
export const filesStayShort: Rule = ({ modules }) =>
  [...modules.values()].flatMap(({ path, tree }) => {
    const lines = tree.text.split('\n').length - 1;
    return lines > LINES_MAX && !isGenerated(path)
      ? [`${path} has ${lines} lines; the most is ${LINES_MAX}`]
      : [];
  });

/** No drawers for what has no place: such a name says nothing, so everything gets in. */
export const noDrawers: Rule = ({ modules }) =>
  [...modules.keys()].flatMap((path) => {
    const names = path.split('/').map((part) => part.replace(/\..*$/, ''));
    const drawer = names.find((name) => DRAWERS.test(name));
    return drawer === undefined ? [] : [`${path} lies in the drawer ${drawer}; name what it is`];
  });

/** File names are kebab-case, or PascalCase for a component's file. */
export const namesAreKebabCase: Rule = ({ modules }) =>
  [...modules.keys()].flatMap((path) => {
    const name = posix.basename(path);
    const form = name.endsWith('.tsx')
      ? /^[A-Z][A-Za-z0-9]*(\.[a-z]+)*$/
      : /^[a-z0-9]+([-.][a-z0-9]+)*$/;
    return form.test(name) ? [] : [`${path} is not named in the form of its kind`];
  });

/** Named exports only, so that a thing has one name everywhere; tools ask for a default in their configs. */
export const exportsAreNamed: Rule = ({ modules }) =>
  [...modules.values()].flatMap(({ path, exports }) =>
    exports.flatMap(({ name, line }) => {
      if (name === 'default' && !/\.config\.[jt]s$/.test(path)) {
        return [`${path}:${line} has a default export`];
      }
      return name === '*' ? [`${path}:${line} exports everything of a file; list the names`] : [];
    }),
  );

/** One `index.ts` a package, and one in its `testing`: inside a package, import the file. */
export const noInnerBarrels: Rule = ({ modules }) =>
  [...modules.keys()].flatMap((path) => {
    const isBarrel = /\/index\.[jt]sx?$/.test(path);
    const isDoor = /^packages\/[^/]+\/(testing\/)?index\.ts$/.test(path);
    return isBarrel && !isDoor ? [`${path} is an inner barrel; import the file itself`] : [];
  });
