/** How often a spec kills a process, to show that nothing is lost; `KARNAMEH_KILLS` asks for more than `fewest`. */
export const killsOf = (fewest: number): number => Number(process.env["KARNAMEH_KILLS"] ?? fewest);
