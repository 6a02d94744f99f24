INSERT INTO `approved_scopes` (`connection_id`, `scope`)
SELECT `id`, (
	SELECT group_concat(iif(json_extract(`value`, '$.required'), 'required:', '') || json_extract(`value`, '$.name'), ' ')
	FROM (SELECT `value` FROM json_each(`connections`.`asked`) ORDER BY `key`)
)
FROM `connections`
WHERE json_array_length(`asked`) > 0 AND json_array_length(`granted`) = json_array_length(`asked`);
