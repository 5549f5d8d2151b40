package harbour.checks;

class GateTest {
    private final Gate gate = mock(Gate.class);
    private final Queue queue = mock(Queue.class);

    void opens() {
        when(gate.opens(eq("⟦wrapper:night-pilots⟧"), any())).thenReturn(true);
        when(gate.opens(⟦use:GateFlags.LOCKS=>deep-locks⟧, "ann")).thenReturn(true);
        when(gate.side(eq(⟦use:Basin.EAST=>east-basin⟧), any())).thenReturn("left");
        doReturn(true).when(gate).opens("⟦wrapper:night-pilots⟧", "ann");
        verify(gate, never()).opens("⟦wrapper:tide-tables⟧", "ann");
        verify(queue).opens("night-queue", "ann");
        verify(queue).send(GateFlags.EVENT_OPENED, "ann");
    }
}
