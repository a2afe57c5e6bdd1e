/** Compares what package-lock.json asks for with what npm says it has installed. */

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * True when every package is there in its locked version. Optional ones may be missing: they are for other
 * machines.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json, which npm writes when an installation is complete
 */
export function installIsCurrent(wanted, installed) {
  return Object.entries(wanted.packages ?? {}).every(([path, { version, integrity, optional }]) => {
    if (path === "") return true;
    const found = installed.packages?.[path];
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}
