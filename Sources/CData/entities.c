#include "CData.h"

static const uint8_t entities[] = {
#embed "../../Data/entities.csv"
};

weir_data weir_data_entities(void) { return (weir_data){entities, sizeof entities}; }
