import {
	getCollection,
	type CollectionEntry,
} from "astro:content";

async function newest(): Promise<CollectionEntry<"journal">[]> {
	return (await getCollection("journal")).sort();
}

export async function allEntries() {
	return await newest();
}

export const people = async () => await getCollection("people");
