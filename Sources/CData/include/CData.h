// The files of Data/ as bytes in the binary. #embed keeps them out of Swift array literals, which cost
// compile time and a heap copy at start-up; the bytes here are read-only pages of the executable.
#pragma once
#include <stdint.h>

typedef struct {
    const uint8_t *bytes;
    int64_t count;
} weir_data;

/// All files of Data/ that are in the binary.
const weir_data *weir_data_files(int64_t *count);

/// Data/entities.csv
weir_data weir_data_entities(void);
/// Data/latin-letters.csv
weir_data weir_data_latin_letters(void);
/// Data/russian-letters.csv
weir_data weir_data_russian_letters(void);
/// Data/han-simplified.csv
weir_data weir_data_han_simplified(void);
/// Data/han-variants.csv
weir_data weir_data_han_variants(void);
/// Data/han-polyphones.csv
weir_data weir_data_han_polyphones(void);
/// Data/han-readings.csv
weir_data weir_data_han_readings(void);
/// Data/reading-corrections.csv
weir_data weir_data_reading_corrections(void);
/// Data/surname-readings.csv
weir_data weir_data_surname_readings(void);
/// Data/list-words.csv
weir_data weir_data_list_words(void);
/// Data/legal-forms.csv
weir_data weir_data_legal_forms(void);
/// Data/generic-words.csv
weir_data weir_data_generic_words(void);
/// Data/admin-words.csv
weir_data weir_data_admin_words(void);
/// Data/places.csv
weir_data weir_data_places(void);
/// Data/given-names.csv
weir_data weir_data_given_names(void);
/// Data/organisations.csv
weir_data weir_data_organisations(void);
/// Data/number-words.csv
weir_data weir_data_number_words(void);
/// Data/noise-phrases.csv
weir_data weir_data_noise_phrases(void);
/// Data/address-marks.csv
weir_data weir_data_address_marks(void);
/// Data/address-words.csv
weir_data weir_data_address_words(void);
/// Data/common-words.csv
weir_data weir_data_common_words(void);
/// Data/background-words.csv
weir_data weir_data_background_words(void);
/// Data/header-words.csv
weir_data weir_data_header_words(void);
/// Data/cyrillic-letters.csv
weir_data weir_data_cyrillic_letters(void);
