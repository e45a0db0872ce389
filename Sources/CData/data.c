#include "CData.h"

// Every file is in a section of its own too, in which all stand side by side.
#define GIVE(name) \
    static const weir_data file_##name __attribute__((section("weir_files"), used)) = {name, sizeof name}; \
    weir_data weir_data_##name(void) { return file_##name; }

// The linker says where the section begins and ends.
extern const weir_data __start_weir_files[], __stop_weir_files[];

const weir_data *weir_data_files(int64_t *count) {
    *count = __stop_weir_files - __start_weir_files;
    return __start_weir_files;
}

static const uint8_t entities[] = {
#embed "../../Data/entities.csv"
};
GIVE(entities)

static const uint8_t latin_letters[] = {
#embed "../../Data/latin-letters.csv"
};
GIVE(latin_letters)

static const uint8_t russian_letters[] = {
#embed "../../Data/russian-letters.csv"
};
GIVE(russian_letters)

static const uint8_t han_simplified[] = {
#embed "../../Data/han-simplified.csv"
};
GIVE(han_simplified)

static const uint8_t han_variants[] = {
#embed "../../Data/han-variants.csv"
};
GIVE(han_variants)

static const uint8_t han_polyphones[] = {
#embed "../../Data/han-polyphones.csv"
};
GIVE(han_polyphones)

static const uint8_t han_readings[] = {
#embed "../../Data/han-readings.csv"
};
GIVE(han_readings)

static const uint8_t reading_corrections[] = {
#embed "../../Data/reading-corrections.csv"
};
GIVE(reading_corrections)

static const uint8_t surname_readings[] = {
#embed "../../Data/surname-readings.csv"
};
GIVE(surname_readings)

static const uint8_t list_words[] = {
#embed "../../Data/list-words.csv"
};
GIVE(list_words)

static const uint8_t legal_forms[] = {
#embed "../../Data/legal-forms.csv"
};
GIVE(legal_forms)

static const uint8_t generic_words[] = {
#embed "../../Data/generic-words.csv"
};
GIVE(generic_words)

static const uint8_t admin_words[] = {
#embed "../../Data/admin-words.csv"
};
GIVE(admin_words)

static const uint8_t places[] = {
#embed "../../Data/places.csv"
};
GIVE(places)

static const uint8_t given_names[] = {
#embed "../../Data/given-names.csv"
};
GIVE(given_names)

static const uint8_t organisations[] = {
#embed "../../Data/organisations.csv"
};
GIVE(organisations)

static const uint8_t number_words[] = {
#embed "../../Data/number-words.csv"
};
GIVE(number_words)

static const uint8_t noise_phrases[] = {
#embed "../../Data/noise-phrases.csv"
};
GIVE(noise_phrases)

static const uint8_t address_marks[] = {
#embed "../../Data/address-marks.csv"
};
GIVE(address_marks)

static const uint8_t address_words[] = {
#embed "../../Data/address-words.csv"
};
GIVE(address_words)

static const uint8_t common_words[] = {
#embed "../../Data/common-words.csv"
};
GIVE(common_words)

static const uint8_t background_words[] = {
#embed "../../Data/background-words.csv"
};
GIVE(background_words)

static const uint8_t header_words[] = {
#embed "../../Data/header-words.csv"
};
GIVE(header_words)

static const uint8_t cyrillic_letters[] = {
#embed "../../Data/cyrillic-letters.csv"
};
GIVE(cyrillic_letters)
